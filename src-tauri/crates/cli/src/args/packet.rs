//! Words for what travels: invitations, packets, requests.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// An invitation to make or to look at.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Invite {
    /// What to do, when not to make one
    #[command(subcommand)]
    pub what: Option<InviteWhat>,
    /// The file to write, ending in .joinder-invite
    #[arg(long, value_name = "FILE", required = true)]
    pub out: Option<PathBuf>,
    /// Name of the firm
    #[arg(long, value_name = "NAME", required = true)]
    pub firm: Option<String>,
    /// How to reach the firm, as people can look it up for themselves
    #[arg(long, value_name = "TEXT", required = true)]
    pub contact: Option<String>,
    /// The last day on which it is good, such as 2027-03-31
    #[arg(long, value_name = "DAY", required = true)]
    pub expires: Option<String>,
}

/// What to do with invitations.
#[derive(Debug, Subcommand)]
pub enum InviteWhat {
    /// List the invitations that went out, with the words that claimants see
    List,
    /// Say what an invitation says, without a matter
    Show {
        /// The invitation
        file: PathBuf,
    },
}

/// What to do between two copies of a matter (docs/transfer.md).
#[derive(Debug, Subcommand)]
pub enum Transfer {
    /// Write the key of this copy, for a colleague who is to send claimants here
    Key {
        /// The file to write, ending in .joinder-key
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Say whose key a file is, with the words to compare
    Show {
        /// The key
        file: PathBuf,
    },
    /// Seal claimants for the copy that a key belongs to; there, `joinder packet receive` opens them
    Make {
        /// The colleague's key
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
        /// The folder to write into, one file for each claimant
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
        /// Claimants, such as C-000012
        #[arg(required = true)]
        claimants: Vec<String>,
    },
    /// Take in everything that colleagues sent and that leaves nothing to choose; the rest waits for a person
    Accept {
        /// Only say what would be taken in and what would be left
        #[arg(long)]
        check: bool,
    },
}

/// What to do with packets.
#[derive(Debug, Subcommand)]
pub enum Packet {
    /// Begin a registration in the folder that --matter names: answers, evidence and sealing in one's own folder
    Begin {
        /// The invitation
        #[arg(long, value_name = "FILE")]
        invitation: PathBuf,
    },
    /// Seal the registration that --matter names, or the answers of --claimant for the firm of --invitation
    Seal {
        /// The invitation
        #[arg(long, value_name = "FILE", requires = "claimant")]
        invitation: Option<PathBuf>,
        /// JSON with one claimant (docs/claimant-json.md); - reads standard input
        #[arg(long, value_name = "FILE", requires = "invitation")]
        claimant: Option<PathBuf>,
        /// Seal a registration although questions were left blank
        #[arg(long, conflicts_with = "claimant")]
        with_blanks: bool,
        /// The name under the statement of truth
        #[arg(long, value_name = "NAME")]
        signed_by: String,
        /// Who went through the questions of a registration with the claimant
        #[arg(long, value_name = "NAME", conflicts_with = "claimant", requires = "assisted_how")]
        assisted_by: Option<String>,
        /// How they helped, such as "on the telephone"
        #[arg(long, value_name = "TEXT", requires = "assisted_by")]
        assisted_how: Option<String>,
        /// The packet to write, ending in .joinder-packet
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Files to send with --claimant
        #[arg(requires = "claimant")]
        files: Vec<PathBuf>,
    },
    /// Say what can be seen of a sealed file: without --matter its form and size, with it everything
    Inspect {
        /// The sealed file
        file: PathBuf,
    },
    /// Open packets, check them and list them for review
    Receive {
        /// Packets, or folders with packets
        #[arg(required = true)]
        paths: Vec<PathBuf>,
    },
    /// List packets
    List {
        /// received, in-review, has-issues, accepted, rejected or refused
        #[arg(long, value_name = "STATE")]
        state: Option<String>,
        /// At most this many
        #[arg(long, default_value_t = 50)]
        limit: usize,
    },
    /// Show one packet: who is new, what would change, what to look at
    Show {
        /// The packet, such as P-000012
        packet: String,
    },
    /// Take a packet's answers and evidence into the matter
    Accept {
        /// The packet, such as P-000012
        packet: String,
        /// The claimant whom it is about, when that is not known from an earlier packet
        #[arg(long, value_name = "NUMBER")]
        into: Option<String>,
        /// A field that stays as it is, as show names it, and why; may be given more than once
        #[arg(long, value_name = "FIELD=REASON")]
        leave: Vec<String>,
    },
    /// Say who saw the paper on which a packet was signed
    Paper {
        /// The packet, such as P-000012
        packet: String,
        /// Who saw it
        #[arg(long, value_name = "NAME")]
        seen_by: String,
    },
    /// Turn a packet away
    Reject {
        /// The packet, such as P-000012
        packet: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Write a request to the claimant who sealed a packet
    Ask {
        /// The packet, such as P-000012
        packet: String,
        /// A question; may be given more than once
        #[arg(long = "question", value_name = "TEXT")]
        questions: Vec<String>,
        /// A page to answer again, with what to ask about it, such as "episodes:When did you leave?"; may be given more
        /// than once
        #[arg(long = "again", value_name = "PAGE:TEXT")]
        again: Vec<String>,
        /// Ask whether the document is approved as it is
        #[arg(long, requires = "document")]
        approve: bool,
        /// What is said first
        #[arg(long, value_name = "TEXT", default_value = "")]
        message: String,
        /// A document that goes with it, such as one to be approved
        #[arg(long, value_name = "FILE")]
        document: Option<PathBuf>,
        /// The request to write, ending in .joinder-request
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}
