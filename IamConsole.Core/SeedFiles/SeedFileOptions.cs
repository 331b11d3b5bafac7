using System.Security.Cryptography.X509Certificates;

namespace IamConsole.Core.SeedFiles;

/// <summary>Keys and limits for reading a seed file. No record: its text would show the password.</summary>
public sealed class SeedFileOptions
{
    /// <summary>The AES key that was agreed with the vendor, 16, 24 or 32 bytes. The caller clears it; copies of it are cleared here.</summary>
    public byte[]? PreSharedKey { get; init; }

    /// <summary>The password that was agreed with the vendor (PBKDF2 over its UTF-8 form).</summary>
    public string? Password { get; init; }

    /// <summary>
    /// The vendor's certificate. With it only a file that is signed as a whole by its RSA key is read; a certificate that
    /// comes with the file never counts. Its dates are not looked at: whoever gives it trusts it.
    /// </summary>
    public X509Certificate2? SignerCertificate { get; init; }

    /// <summary>Refuse CBC-encrypted seeds without a MAC even where the container announces none.</summary>
    public bool RequireMac { get; init; }

    /// <summary>
    /// What CSV columns are whose names are not known: one of ours, or null to leave it out. Compared by letters and digits.
    /// A column that is neither known nor named here refuses the file.
    /// </summary>
    public IReadOnlyDictionary<string, SeedColumn?> Columns { get; init; } = new Dictionary<string, SeedColumn?>();

    /// <summary>How secret keys of a CSV file are written whose header leaves it open. Null: Base32, unless a key can be both.</summary>
    public SecretEncoding? Secrets { get; init; }

    /// <summary>Bytes of the largest file; 500 MiB.</summary>
    public const long LargestFile = 500L << 20;

    /// <summary>Bytes of the file, unpacked.</summary>
    public long MaxBytes { get; init; } = LargestFile;

    /// <summary>Bytes of a file whose signature is verified: it is held in memory; 16 MiB.</summary>
    public long MaxSignedBytes { get; init; } = 16L << 20;

    /// <summary>Rows of the file.</summary>
    public int MaxRows { get; init; } = 1_000_000;

    /// <summary>Characters of a field in CSV and of a line in other text.</summary>
    public int MaxFieldLength { get; init; } = 1024;

    /// <summary>Characters of a row in CSV with a header, and a buffer's more.</summary>
    public int MaxRowLength { get; init; } = 64 << 10;

    /// <summary>Bytes of a ZIP archive: its directory stands at its end, so it is held in memory; 16 MiB.</summary>
    public int MaxZipBytes { get; init; } = 16 << 20;

    /// <summary>How many times larger a packed file may become; its first mebibyte is free.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Bytes between two tags of an XML file: one text, or one tag with its attributes.</summary>
    public int MaxXmlRun { get; init; } = 64 << 10;

    /// <summary>Iterations of PBKDF2 that a file may ask for.</summary>
    public int MaxPbkdf2Iterations { get; init; } = 10_000_000;

    internal bool TryMap(string name, out SeedColumn? column)
    {
        var wanted = SeedColumns.Normalize(name);
        foreach (var (of, to) in Columns)
        {
            if (SeedColumns.Normalize(of) != wanted) continue;
            column = to;
            return true;
        }

        column = null;
        return false;
    }
}
