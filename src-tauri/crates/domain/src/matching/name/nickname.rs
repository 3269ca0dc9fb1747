//! Forms of one first name: nicknames, spellings, and what it becomes in other languages.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The groups that a first name in [`super::form`] belongs to, at most two.
pub(in crate::matching) fn groups(name: &str) -> [u16; 2] {
    GROUPS_OF.get(name).copied().unwrap_or_default()
}

/// Each first name that is known with its groups: every name of a matter is looked up.
static GROUPS_OF: LazyLock<HashMap<&str, [u16; 2]>> = LazyLock::new(|| {
    let mut groups: HashMap<&str, [u16; 2]> = HashMap::new();
    let mut numbers = 1_u16..;
    for (names, number) in GROUPS.iter().zip(numbers.by_ref()) {
        for name in names.split(' ') {
            if let Some(free) = groups.entry(name).or_default().iter_mut().find(|slot| **slot == 0) {
                *free = number;
            }
        }
    }
    for (name, number) in ALONE.split_whitespace().zip(numbers) {
        groups.entry(name).or_insert([number, 0]);
    }
    groups
});

const GROUPS: &[&str] = &[
    "abigail abbie abby abi gail",
    "abdul abdel abdal",
    "abdullah abdallah abdulla",
    "abraham abe ibrahim abram avraham",
    "adam adem",
    "agnes aggie nessie",
    "ahmed ahmad ahmet",
    "aisha aysha ayesha aishah aicha",
    "alan allan allen al alun",
    "albert al bert bertie",
    "alexander alex alec alick sandy xander aleksandr aleksander alexandr alexandre alejandro alasdair alistair alastair iskander sasha",
    "alexandra alex alexa sandra sandy lexie aleksandra sasha",
    "alfred alf alfie fred",
    "ali aly",
    "alice alicia alys ali",
    "alison ali allison",
    "amanda mandy manda",
    "amelia amy millie milly",
    "andrew andy drew andre andreas andrei andrey andrzej andres aindriu",
    "angela angie ange",
    "ann anne anna annie anya ania nan nancy hannah hanna",
    "anthony tony antony ant antonio anton antoni",
    "arthur art arturo artur",
    "barbara babs barb basia",
    "benjamin ben benny benji binyamin",
    "bernard bernie bern",
    "bernadette bernie",
    "beverley bev beverly",
    "brenda bren",
    "bridget bridie brigid biddy breda",
    "bronwen bron bronwyn",
    "brian bryan",
    "calum callum malcolm",
    "cameron cam",
    "caroline carol caz carolyn carrie lynn",
    "catherine cathy kate katie kathy kath kit kitty cath catrin catriona caitlin kathleen katherine kathryn katharine catharine katarzyna kasia ekaterina katerina yekaterina katya cat kat",
    "charles charlie chas chuck carlos karl carl charley siarl",
    "charlotte charlie lottie lotte char",
    "christine chris chrissie christina tina christa kristina krystyna",
    "christopher chris kit topher christoph krzysztof christos crispin",
    "claire clare clara",
    "clifford cliff",
    "constance connie",
    "cornelius con neil conor",
    "cynthia cindy",
    "daniel dan danny daniele deiniol danil",
    "daniela danielle dani",
    "david dave davey davy dai dafydd dewi davie dawid daud dawood",
    "deborah debbie deb debra debs",
    "denis dennis den",
    "derek del derrick",
    "diana di diane dianne",
    "dominic dom nick",
    "donald don donnie",
    "dorothy dot dottie dolly dora",
    "douglas doug dougie",
    "edmund ed eddie ted",
    "edward ed eddie ted teddy ned eduardo edouard",
    "edwin ed eddie",
    "eileen aileen",
    "eleanor ellie nell nora elinor ella elen ellen helen lena helena elena yelena olena eilidh",
    "elizabeth liz beth lizzie betty betsy eliza elsie libby lisa elspeth bess elisabeth elzbieta isabel isabella isobel bethan bella lilibet elisa",
    "emily em emmie millie milly",
    "emma em emmie",
    "emmanuel manny emanuel manuel",
    "eric erik",
    "eugene gene evgeny yevgeny",
    "evelyn eve evie",
    "fatima fatema fatimah fatma",
    "florence flo flossie",
    "frances fran frankie francesca fanny",
    "francis frank frankie francisco franciszek francesco",
    "frederick fred freddie freddy frederic fredrick friedrich",
    "gabriel gabe gabi",
    "gabrielle gabby gaby gabriella",
    "gareth gary gaz",
    "gary garry gaz",
    "gavin gav",
    "geoffrey geoff jeff jeffrey",
    "george georgie giorgos jorge georgios yuri jerzy georgi",
    "georgina georgie georgia george gina",
    "gerald gerry jerry ger",
    "gerard gerry ger",
    "gillian gill jill gilly jillian",
    "gordon gord",
    "graham graeme grahame",
    "gregory greg grzegorz grigory",
    "gwendolyn gwen gwenda gwendoline gwenllian",
    "hannah hanna hana",
    "harold harry hal",
    "harriet hattie harriett",
    "hassan hasan hassen",
    "henry harry hal hank henri heinrich enrique henryk",
    "hugh hughie huw hugo",
    "hussain hussein husain husein hossein hosain",
    "ian iain ifan",
    "imran emran",
    "ioan ieuan",
    "isaac ike ishaq yitzhak",
    "ivan ifan",
    "jacob jake jakub yaqub yakub",
    "jacqueline jackie jacqui jacky jaqueline",
    "james jim jimmy jamie jem jaime hamish seamus iago jay jimmie",
    "jane janie jayne sian jean janet jeanette sheena joan joanna ioana jana",
    "janet jan jannette",
    "janice jan",
    "jasmine jas jaz yasmin yasmeen yasmine jazmin",
    "jason jay jase",
    "jeremy jem jerry jez",
    "jennifer jen jenny jenni jennie",
    "jessica jess jessie",
    "joan jo joanie siobhan",
    "joanne jo joanna joann johanna",
    "john jack johnny jon johnnie ian sean shaun shane ioan evan ivan jan juan jean giovanni johann johannes hans yahya owain sion jock ioannis",
    "jonathan jon jonny jonathon yonatan johnny john",
    "joseph joe joey jose josef giuseppe yusuf yousef yousuf youssef yosef jozef iosif",
    "josephine jo josie jojo",
    "joshua josh",
    "judith judy judi jude",
    "julia julie jules juliet juliette",
    "julian jules jools",
    "karen kaz",
    "kenneth ken kenny kenneth",
    "kevin kev",
    "kimberley kim kimberly kimmy",
    "laura laurie lauren loretta",
    "laurence larry lawrence laurie lorenzo loz",
    "leonard len lenny leo leon",
    "leslie les lesley",
    "lewis louis lou lew luis louie luigi",
    "lillian lily lil lilian",
    "linda lin lyn lynda lindy lynne lynn",
    "louise lou louisa luisa",
    "lucy lucia luce lucille",
    "luke lucas luca lukasz",
    "madeleine maddie maddy madeline mads",
    "malcolm mal malc calum",
    "margaret maggie meg peggy madge greta rita marge margie peg mags megan mairead malgorzata margarita marguerite margot gosia maisie",
    "maria marie mary mari mair maire moira maura maryam mariam miriam polly molly may mae mia",
    "mark marc marcus marek marco markus",
    "martin marty marcin",
    "martha marta",
    "matilda tilly mattie tilda",
    "matthew matt matty mateusz matteo mathew matthias",
    "maureen mo maura",
    "maurice morris mo moritz",
    "maxwell max maximilian",
    "melanie mel",
    "melissa mel lissa",
    "michael mike mick mickey mikey micky mikhail michal miguel michel michele mihangel meical mikael micheal",
    "michelle shell shelly chelle michele",
    "mohammed muhammad mohammad mohamed mohamad mohd muhammed mahomed md mo mahmud mahmood muhamed mehmet",
    "morgan mo morgane",
    "mustafa mustapha moustafa",
    "nadia nadya nadja",
    "natalie nat natalia natalya nathalie natasha tasha",
    "nathan nat nate nathaniel nathanael",
    "neil neal niall nigel",
    "nicholas nick nicky nicolas nico nikolai nikolay nikos mikolaj nicol klaus",
    "nicola nicky nikki nic nicole nicki",
    "noor nur noora nour",
    "oliver ollie olly olivier",
    "olivia liv livvy ollie",
    "omar umar omer",
    "owen owain eoin euan ewan eugene",
    "pamela pam pammy",
    "patricia pat trish tricia patsy patty trisha padraigin",
    "patrick pat paddy padraig padraic patrice patryk rick",
    "paul pablo pawel pavel paolo pol",
    "paula pauline polly",
    "penelope penny pen",
    "peter pete petros pedro piotr pierre pyotr petr pieter pedr",
    "philip phil pip phillip felipe filip philippe pip",
    "philippa pippa pip phillipa",
    "rachel rach rachael raquel rae",
    "ralph rafe ralf",
    "raymond ray",
    "rebecca becky becca bex rebekah beckie",
    "reginald reg reggie",
    "rhiannon rhi",
    "richard rick dick rich richie ricky ricardo ryszard dickie rhisiart",
    "robert bob rob bobby robbie bert robin roberto rabbie rab bobbie",
    "roderick rod roddy rory rhodri",
    "roger rog rodge",
    "roland rollo roly",
    "ronald ron ronnie ronny",
    "rosemary rose rosie romy",
    "rose rosie rosa",
    "roy roi",
    "rupert rupe",
    "russell russ",
    "said saeed sayed saeid sayeed syed",
    "salma selma",
    "samantha sam sammy sami",
    "samuel sam sammy shmuel sami",
    "sandra sandy sandie",
    "sarah sally sara sadie sal zara sarra",
    "sebastian seb bastian",
    "sharon shaz sharon",
    "sheila shelagh sheelagh",
    "shirley shirl",
    "sidney sid sydney",
    "simon si szymon simeon",
    "sophie soph sophia sofia zofia",
    "stacey stacy anastasia",
    "stanley stan",
    "stephanie steph steff stefanie stevie",
    "stephen steve steven ste stevie stefan esteban stephan stefano steffan szczepan",
    "stewart stuart stu stew",
    "susan sue susie suzy suzie susanna suzanne susannah zuzanna suki",
    "sylvia syl silvia",
    "tamara tammy",
    "theodore theo ted teddy",
    "teresa terri tess tessa theresa terry tracy therese",
    "terence terry tel terrence",
    "thomas tom tommy tomas tomasz tam twm tomos",
    "timothy tim timmy",
    "tracey tracy trace",
    "ursula ursa",
    "valerie val",
    "vanessa ness nessa",
    "veronica ronnie vera veronika",
    "victor vic viktor wiktor",
    "victoria vicky vicki vikki tori vic viktoria wiktoria",
    "vincent vince vinnie vinny",
    "virginia ginny ginger",
    "walter wally walt wat",
    "wendy wend",
    "wilfred wilf fred",
    "william bill will billy willie liam wil gwilym guillermo wilhelm guillaume willy bille",
    "winifred win winnie freda",
    "yasmin yasmeen yasmina",
    "yvonne eve vonnie",
    "zachary zach zak zack",
    "zaynab zainab zeinab zaineb",
    "zoe zoey zoi",
];

/// First names that have no other form here, and are names all the same.
const ALONE: &str = "
    aaron adele adrian aidan aileen alana alma amber amina amir amira angus anita anjali april arjun ashley asif asma audrey austin
    azra barry bethany bilal blake bradley brandon brett bruce bryn bushra carl carla carmen carol carys cathal ceri chantelle chelsea cheryl
    chloe clive colin connor courtney craig cyril damian darren dean deepak dennis desmond donna doreen duncan dylan edith eira elaine elias
    elijah elin ellis eloise elsa emlyn enid erica erin esther ethan ewan faisal faith farah farid fay felicity fergus finn finlay fiona
    frankie freya gemma gerwyn ghazala gita glen glenn glenys gloria grace gwyn hamid hamza haroon harvey hayley hazel heather hector heidi
    hilary hilda holly howard idris ines ingrid irene iris isla ivy jade jake jared jarvis jasper jenna jill joel jordan joyce june kai kamal
    karim karl karla katrina kay keeley keith kelly kelvin kerry khadija khalid kieran kiran kirsty kyle kylie lara lee leah leanne leila lena
    leroy lesley levi liam lois lola lorna lorraine luna lydia lynette lynsey maisie mariam marina marion marjorie marlon marvin maxine mehmet
    meera mercy merle miles mina mohan mona monica muriel myra nadeem naomi nasreen neha nerys nina noah noreen norma norman oscar parveen
    pearl perry phoebe phyllis priya quentin rafiq rahul raj rani rashid ravi reece reuben rhys riley rita ronan rosalind ross rowan roxanne
    ruby ruth ryan sabrina sadia sajid salim salman samina samir sana sanjay saskia scarlett scott seth shabana shahid shannon shazia shelley
    sherry sian sinead skye sofia sonia stella suki sunil sunita susannah tahir tania tanya tara tariq tasneem thelma tina toby todd tracy
    trevor tyler una usman vera vernon vikram vijay vivian vivien wayne wesley wilma xavier yasin yolanda zahid zahra zara zoya zubair
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nicknames_share_a_group() {
        let share = |a, b| groups(a).iter().any(|group| *group != 0 && groups(b).contains(group));
        assert!(share("bill", "william") && share("peggy", "margaret") && share("mohamed", "muhammad"));
        assert!(!share("john", "mary") && !share("nobody", "nobody else"));
    }
}
