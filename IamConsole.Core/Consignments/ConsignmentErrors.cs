using IamConsole.Core.SeedFiles;

namespace IamConsole.Core.Consignments;

/// <summary>Every refusal of this slice.</summary>
public static class ConsignmentErrors
{
    /// <summary>Field of the file.</summary>
    public const string FileField = "File";

    /// <summary>Field of the file's columns.</summary>
    public const string ColumnsField = "Columns";

    /// <summary>Field of how secret keys are written.</summary>
    public const string SecretsField = "Secrets";

    /// <summary>Field of the pre-shared key.</summary>
    public const string KeyField = "Key";

    /// <summary>Field of the password.</summary>
    public const string PasswordField = "Password";

    /// <summary>Field of the certificate.</summary>
    public const string CertificateField = "Certificate";

    /// <summary>Field of the vendor.</summary>
    public const string VendorField = "Vendor";

    /// <summary>Field of the delivery's name.</summary>
    public const string BatchField = "Batch";

    /// <summary>After a factor was asked for: a browser gives a file once, and keys are not kept.</summary>
    public static Error ChooseAgain(string fileName) =>
        new("ValidationError", $"Choose {fileName} again, and enter its key or password again if it has one: none of them is kept.", FileField);

    /// <summary>No file was chosen.</summary>
    public static readonly Error NoFile = new("ValidationError", "Choose the vendor's file.", FileField);

    /// <summary>Beyond <see cref="SeedFileOptions.LargestFile"/>.</summary>
    public static readonly Error FileTooLarge = new("ValidationError", "The file is larger than 500 MB.", FileField);

    /// <summary>The pre-shared key has a wrong form.</summary>
    public static readonly Error BadKey = new("ValidationError", "Enter 32, 48 or 64 hexadecimal characters.", KeyField);

    /// <summary>Nobody has said what a column is.</summary>
    public static readonly Error SayColumns = new(
        "ValidationError", "Say of each column which one of ours it is, or that it is left out.", ColumnsField);

    /// <summary>No certificate.</summary>
    public static readonly Error BadCertificate = new("ValidationError", "This is no X.509 certificate (PEM or DER).", CertificateField);

    /// <summary>Larger than certificates are.</summary>
    public static readonly Error CertificateTooLarge = new("ValidationError", "This file is too large for a certificate.", CertificateField);

    /// <summary>The vendor has a wrong form.</summary>
    public static readonly Error BadVendor = new("ValidationError", "Use at most 128 characters.", VendorField);

    /// <summary>The delivery's name has a wrong form.</summary>
    public static readonly Error BadBatch = new("ValidationError", "Use at most 128 characters.", BatchField);

    /// <summary>None of this account, or cleared away.</summary>
    public static readonly Error NoSuchConsignment = new("NoSuchEntity", "There is no such import in this account. Imports that were not confirmed are forgotten after a day.");

    /// <summary>It is not waiting for a decision any more.</summary>
    public static readonly Error NotReviewed = new("InvalidInput", "This import was decided already, or its file was not read to the end.");

    /// <summary>Nothing to import.</summary>
    public static readonly Error NothingGood = new("InvalidInput", "No row of this file can be imported.");

    /// <summary>All or nothing, and not all.</summary>
    public static Error NotAll(int others) => new(
        "InvalidInput", $"All or nothing was chosen, and {(others == 1 ? "1 row" : $"{others} rows")} cannot be imported. Correct the file, or import the good rows only.");

    /// <summary>Some of its tokens are used, so it stays.</summary>
    public static readonly Error InUse = new("DeleteConflict", "At least one token of this import was assigned or changed since. It can no longer be undone.");

    /// <summary>Only what was imported can be undone.</summary>
    public static readonly Error NotImported = new("InvalidInput", "Only a finished import can be undone.");

    /// <summary>The file, the key, the password or the signature, in the parser's words, at the field that mends it.</summary>
    public static Error Unreadable(SeedFileException fault) => new("MalformedFile", fault.Message, fault.Fault switch
    {
        SeedFileFault.KeyRequired or SeedFileFault.WrongKey => KeyField,
        SeedFileFault.PasswordRequired => PasswordField,
        SeedFileFault.UnknownColumns => ColumnsField,
        SeedFileFault.AmbiguousSecret => SecretsField,
        SeedFileFault.SignatureMissing or SeedFileFault.BadSignature => CertificateField,
        _ => FileField,
    });
}
