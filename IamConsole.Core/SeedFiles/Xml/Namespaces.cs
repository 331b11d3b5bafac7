namespace IamConsole.Core.SeedFiles.Xml;

/// <summary>Namespaces of PSKC, its drafts, and what it is built from.</summary>
internal static class Namespaces
{
    public const string Rfc6030 = "urn:ietf:params:xml:ns:keyprov:pskc";
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";

    // draft-hoyer-keyprov-portable-symmetric-key-container, draft-ietf-keyprov-pskc, OATH 2006, as python-pskc's samples show.
    private static readonly HashSet<string> Containers =
    [
        Rfc6030, "urn:ietf:params:xml:ns:keyprov:pskc:1.0", "urn:ietf:params:xml:ns:keyprov:container",
        "urn:ietf:params:xml:ns:keyprov:container:1.0", "http://www.openauthentication.org/OATH/2006/08/PSKC",
        "http://www.openauthentication.org/OATH/2006/10/PSKC",
    ];

    // Without namespace: RFC 6030, figure 7 writes the parameters of PBKDF2 so.
    private static readonly HashSet<string> Known =
    [
        .. Containers, "", Signature, "http://www.w3.org/2001/04/xmlenc#", "http://www.w3.org/2009/xmlenc11#",
        "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#", "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5#",
    ];

    public static bool IsContainer(string uri) => Containers.Contains(uri);

    public static bool IsKnown(string uri) => Known.Contains(uri);
}
