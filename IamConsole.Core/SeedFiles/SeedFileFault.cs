namespace IamConsole.Core.SeedFiles;

/// <summary>Why a file as a whole cannot be read.</summary>
public enum SeedFileFault
{
    /// <summary>None of the known forms.</summary>
    UnknownForm,

    /// <summary>It can be read in more than one way, and nothing is guessed.</summary>
    AmbiguousForm,

    /// <summary>The first row of a CSV file lacks a column that is needed, or names one twice.</summary>
    BadHeader,

    /// <summary>Columns of a CSV file are not known; see <see cref="SeedFileException.Columns"/>.</summary>
    UnknownColumns,

    /// <summary>Secret keys can be read as hexadecimal and as Base32; see <see cref="SeedFileOptions.Secrets"/>.</summary>
    AmbiguousSecret,

    /// <summary>Every token in it counts events (HOTP).</summary>
    OnlyEventBased,

    /// <summary>It holds no token.</summary>
    Empty,

    /// <summary>More bytes than allowed.</summary>
    TooLarge,

    /// <summary>More rows than allowed.</summary>
    TooManyRows,

    /// <summary>One field, element or line is longer than allowed, or elements are nested too deeply.</summary>
    TooComplex,

    /// <summary>The bytes are not text of the encoding that the file claims.</summary>
    BadEncoding,

    /// <summary>It breaks the rules of its form.</summary>
    Malformed,

    /// <summary>It ends too early.</summary>
    Truncated,

    /// <summary>A version, encryption or key derivation that is not supported.</summary>
    Unsupported,

    /// <summary>It is encrypted with a pre-shared key, and none was given.</summary>
    KeyRequired,

    /// <summary>It is encrypted with a password, and none was given.</summary>
    PasswordRequired,

    /// <summary>The key or password is not that of this file.</summary>
    WrongKey,

    /// <summary>A signer's certificate was given, and the file carries no signature.</summary>
    SignatureMissing,

    /// <summary>The signature does not hold for the whole file and the given certificate.</summary>
    BadSignature,
}
