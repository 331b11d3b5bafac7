using System.Formats.Asn1;
using IamConsole.Core.Attestation.Certificates;

namespace IamConsole.Core.Attestation.Formats;

/// <summary>
/// What WebAuthn needs of the extension 1.3.6.1.4.1.11129.2.1.17 (Android Open Source Project, "Key and ID attestation",
/// KeyDescription and AuthorizationList).
/// </summary>
internal sealed class AndroidKeyDescription
{
    private const string Extension = "1.3.6.1.4.1.11129.2.1.17";
    private const int PurposeTag = 1, AllApplicationsTag = 600, OriginTag = 702;

    private AndroidKeyDescription()
    {
    }

    public ReadOnlyMemory<byte> Challenge { get; private set; }

    /// <summary>Values of both lists.</summary>
    public List<int> Purposes { get; } = [];

    /// <summary>Values of both lists.</summary>
    public List<int> Origins { get; } = [];

    /// <summary>Whether either list has it.</summary>
    public bool AllApplications { get; private set; }

    public static AndroidKeyDescription? Read(AttestationCertificate certificate)
    {
        if (!certificate.Extensions.TryGetValue(Extension, out var extension)) return null;
        try
        {
            var reader = new AsnReader(extension.Value, AsnEncodingRules.DER);
            var sequence = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            sequence.ReadIntegerBytes(); // attestationVersion
            sequence.ReadEnumeratedBytes(); // attestationSecurityLevel
            sequence.ReadIntegerBytes(); // keyMintVersion
            sequence.ReadEnumeratedBytes(); // keyMintSecurityLevel
            var description = new AndroidKeyDescription { Challenge = sequence.ReadOctetString() };
            sequence.ReadOctetString(); // uniqueId
            description.Take(sequence.ReadSequence()); // softwareEnforced
            description.Take(sequence.ReadSequence()); // teeEnforced, hardwareEnforced
            sequence.ThrowIfNotEmpty();
            return description;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    // Every member of a list is tagged explicitly; those that matter are picked out in any order, the others skipped.
    private void Take(AsnReader list)
    {
        while (list.HasData)
        {
            var tag = list.PeekTag();
            if (tag.TagClass != TagClass.ContextSpecific)
            {
                list.ReadEncodedValue();
                continue;
            }

            var member = new AsnReader(list.PeekContentBytes(), AsnEncodingRules.DER);
            list.ReadEncodedValue();
            switch (tag.TagValue)
            {
                case PurposeTag:
                    for (var set = member.ReadSetOf(skipSortOrderValidation: true); set.HasData;) Purposes.Add(Number(set));
                    break;
                case OriginTag:
                    Origins.Add(Number(member));
                    break;
                case AllApplicationsTag:
                    AllApplications = true;
                    break;
            }
        }
    }

    // A number beyond 32 bits is none that anybody asks for.
    private static int Number(AsnReader reader) => reader.TryReadInt32(out var value) ? value : int.MinValue;
}
