using IamConsole.Core.FidoMetadata;

namespace IamConsole.Web.FidoMetadata;

/// <summary>Where FIDO metadata come from by themselves, and whose signature counts. With nothing set nothing is ever fetched.</summary>
public sealed class FidoMetadataOptions
{
    public const string Section = "FidoMetadata";

    /// <summary>An https address, fetched daily: https://mds3.fidoalliance.org/ for the public service.</summary>
    public string? Address { get; init; }

    /// <summary>A file that something else puts there; read when its time changes.</summary>
    public string? File { get; init; }

    /// <summary>A PEM file with the root or roots that count; none: those of the public service.</summary>
    public string? Root { get; init; }

    /// <summary>The host name in the signing certificate; with <see cref="Root"/> and without this, any certificate below the root counts.</summary>
    public string? Signer { get; init; }

    /// <summary>Files with revocation lists, DER or PEM; read at each load.</summary>
    public IReadOnlyList<string> Crl { get; init; } = [];

    /// <summary>What cannot be meant so, a sentence each for the operator.</summary>
    public IEnumerable<string> Faults()
    {
        if (Address is { Length: > 0 } && File is { Length: > 0 }) yield return "Configure FidoMetadata:Address or FidoMetadata:File, not both.";
        if (Address is { Length: > 0 } && !IsGood(Address)) yield return "FidoMetadata:Address is an https address without user and password.";

        // The file may come later; its folder is there.
        if (File is { Length: > 0 } && (Directory.Exists(File) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(File)))))
            yield return "FidoMetadata:File names no file, and its folder does not exist.";
        if (Root is { Length: > 0 } && !HasRoots(Root)) yield return "FidoMetadata:Root names no PEM file with a root certificate.";
        if (Signer is { Length: > 0 } && Uri.CheckHostName(Signer) is not UriHostNameType.Dns) yield return "FidoMetadata:Signer is a host name, without https://.";
        foreach (var list in Crl.Where(list => !System.IO.File.Exists(list))) yield return $"FidoMetadata:Crl: there is no file {list}.";
    }

    private static bool HasRoots(string file)
    {
        try
        {
            return MetadataTrust.ReadRoots(System.IO.File.ReadAllText(file)).Succeeded;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsGood(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;
}
