//! What can be written on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, Subcommand};

/// Hemvist utan fönster: samma register, samma regler.
///
/// Lösenordet läses ur en fil eller från standard in ("-"), aldrig som argument.
/// Slutkod: 0 klart, 2 nekat (skälet som JSON på standard fel), 1 vårt eget fel.
#[derive(Parser)]
#[command(name = "hemvist-cli", version, disable_help_subcommand = true)]
pub struct Arguments {
    /// Enhetens fil
    #[arg(long, global = true, value_name = "ENHET")]
    pub file: Option<PathBuf>,
    /// Fil med lösenordet; "-" är standard in
    #[arg(long, global = true, value_name = "FIL")]
    pub password_file: Option<PathBuf>,
    /// Vem som loggar in; behövs när enheten har flera användare
    #[arg(long, global = true, value_name = "NAMN")]
    pub user: Option<String>,
    /// Kalenderdagen; bara i en övningsenhet
    #[arg(long, global = true, value_name = "DAG")]
    pub today: Option<NaiveDate>,
    /// Svara med JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Vad som ska göras.
    #[command(subcommand)]
    pub command: Command,
}

/// LIST: everything that can be done from the command line.
#[derive(Subcommand)]
pub enum Command {
    /// Skapa en enhet; visar återställningsnyckeln en enda gång
    New {
        /// Kommunens namn
        #[arg(long)]
        municipality: String,
        /// Nämndens namn
        #[arg(long)]
        committee: String,
        /// Skriv även nyckeln som PDF hit
        #[arg(long, value_name = "PDF")]
        paper: Option<PathBuf>,
    },
    /// Skapa en övningsenhet med påhittade uppgifter
    Demo,
    /// Ställ en fråga eller gör en ändring, med namn och JSON ("-" är standard in)
    Call {
        /// Namn ur list-calls
        name: String,
        /// Indata
        #[arg(default_value = "{}")]
        input: String,
    },
    /// Visa allt som kan frågas
    ListCalls,
    /// Hämta in en export eller det gamla registret
    Import {
        /// Export (jsonl) eller kalkylblad (xlsx, ods, csv)
        path: PathBuf,
        /// Visa bara vad som skulle hända
        #[arg(long)]
        dry_run: bool,
    },
    /// Skriv ut hela enheten i ett öppet format
    Export {
        /// Mapp
        folder: PathBuf,
    },
    /// Vilka hem kan möta barnets behov?
    Match {
        /// Barnets nyckel
        child: String,
    },
    /// Vad förfaller?
    Due {
        /// Till och med dag
        #[arg(long, value_name = "DAG")]
        as_of: Option<NaiveDate>,
    },
    /// Siffror ur uppföljningen
    Report {
        /// Rapportens namn
        name: String,
        /// Från och med dag
        #[arg(long, value_name = "DAG")]
        from: Option<NaiveDate>,
        /// Till och med dag
        #[arg(long, value_name = "DAG")]
        to: Option<NaiveDate>,
    },
    /// Skriv en handling som PDF
    Paper {
        /// Slag av handling
        kind: String,
        /// Handlingens nyckel
        id: String,
        /// Filen som skrivs
        #[arg(long, value_name = "PDF")]
        out: PathBuf,
    },
    /// Skriv en blankett eller ett brev som PDF
    Print {
        /// Slag: consent, request, visit, screening_empty, screening, refusal, checks
        kind: String,
        /// Nyckel till personen, familjen eller hemmet, efter slaget
        id: String,
        /// Registret, när ett register frågas
        #[arg(long)]
        register: Option<String>,
        /// Filen som skrivs
        #[arg(long, value_name = "PDF")]
        out: PathBuf,
    },
    /// Kontrollera fil, historik och upprättade handlingar
    Verify,
}
