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

    /// <summary>What cannot be meant so, or null.</summary>
    public string? Fault() =>
        Address is { Length: > 0 } && File is { Length: > 0 } ? "Configure FidoMetadata:Address or FidoMetadata:File, not both."
        : Address is { Length: > 0 } && !IsGood(Address) ? "FidoMetadata:Address is an https address without user and password."
        : null;

    private static bool IsGood(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;
}
