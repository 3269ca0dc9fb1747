//! 256 plain English words, one for each value of a byte.
//!
//! They are short, known to a child, spelt in one way and heard apart on a telephone: of two words that sound alike
//! only one is here. The list never changes: both sides of a call must read the same words.

/// The word for each value of a byte.
#[rustfmt::skip]
pub(crate) const WORDS: [&str; 256] = [
    "acorn", "actor", "album", "amber", "anchor", "ankle", "apple", "apron",
    "arch", "arrow", "autumn", "badge", "bakery", "balloon", "bamboo", "banana",
    "banjo", "barrel", "basket", "battery", "beach", "beard", "beetle", "bench",
    "bicycle", "biscuit", "blanket", "blossom", "bonfire", "bottle", "bracelet", "branch",
    "brick", "bridge", "bronze", "broom", "bubble", "bucket", "buffalo", "bugle",
    "butter", "button", "cabbage", "cactus", "camel", "camera", "candle", "canoe",
    "canvas", "captain", "caravan", "carpet", "carrot", "castle", "cathedral", "cellar",
    "chalk", "cheese", "cherry", "chimney", "cinema", "circus", "clock", "cloud",
    "clover", "cobweb", "coconut", "coffee", "comet", "compass", "copper", "cork",
    "cottage", "cotton", "cousin", "cradle", "crayon", "cricket", "crown", "cucumber",
    "cupboard", "curtain", "cushion", "dagger", "daisy", "dancer", "desert", "diamond",
    "dinner", "doctor", "dolphin", "donkey", "dragon", "drawer", "drum", "eagle",
    "echo", "elbow", "elephant", "engine", "evening", "fabric", "falcon", "farmer",
    "feather", "fence", "ferry", "fiddle", "finger", "flagpole", "flannel", "flute",
    "forest", "fossil", "fountain", "fox", "freckle", "fridge", "frost", "funnel",
    "galaxy", "garden", "garlic", "gate", "giant", "ginger", "giraffe", "glacier",
    "glove", "goblet", "goose", "grape", "gravel", "guitar", "hammer", "hamster",
    "harbour", "harvest", "hazel", "hedgehog", "helmet", "herring", "hockey", "honey",
    "horizon", "hotel", "igloo", "iron", "island", "ivory", "jacket", "jaguar",
    "jelly", "jigsaw", "jockey", "juggler", "jungle", "kangaroo", "kettle", "kitchen",
    "kitten", "ladder", "lagoon", "lantern", "lemon", "leopard", "library", "lion",
    "lizard", "lobster", "locket", "magnet", "mango", "maple", "marble", "market",
    "meadow", "melon", "mermaid", "mirror", "monkey", "mountain", "mushroom", "mustard",
    "needle", "nephew", "noodle", "nutmeg", "oak", "ocean", "octopus", "olive",
    "onion", "orchard", "organ", "otter", "owl", "oyster", "paddle", "palace",
    "pancake", "parrot", "peacock", "pebble", "pencil", "penguin", "pepper", "piano",
    "picnic", "pigeon", "pillow", "pirate", "planet", "pocket", "poppy", "potato",
    "puddle", "pumpkin", "puzzle", "pyramid", "rabbit", "raccoon", "radio", "rainbow",
    "ribbon", "robin", "rocket", "saddle", "sandal", "saucer", "scarf", "shadow",
    "shovel", "silver", "snail", "spider", "spoon", "squirrel", "stable", "sunset",
    "teapot", "thunder", "ticket", "tiger", "tomato", "towel", "tractor", "trumpet",
    "tulip", "tunnel", "turtle", "umbrella", "violin", "walnut", "whisker", "zebra",
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_word_is_there_once_and_is_easy_to_say() {
        let all: BTreeSet<_> = WORDS.iter().collect();
        assert_eq!(all.len(), 256);
        assert!(WORDS.iter().all(|word| word.chars().all(|c| c.is_ascii_lowercase()) && word.len() <= 9));
        assert!(WORDS.windows(2).all(|two| two[0] < two[1]), "in the order of the alphabet");
    }
}
