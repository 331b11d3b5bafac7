using System.Formats.Asn1;

namespace IamConsole.Tests.Authenticators;

/// <summary>The key description of Android key attestation, valid as long as nothing is changed.</summary>
public sealed class AndroidForge
{
    public int[] SoftwarePurposes { get; set; } = [];

    public int[] HardwarePurposes { get; set; } = [2];

    public int? SoftwareOrigin { get; set; }

    public int? HardwareOrigin { get; set; } = 0;

    public bool AllApplicationsInSoftware { get; set; }

    public bool AllApplicationsInHardware { get; set; }

    public Func<byte[], byte[]> BendChallenge { get; set; } = challenge => challenge;

    public Func<byte[], byte[]> Bend { get; set; } = description => description;

    public ForgedExtension Description(byte[] challenge) => new(ForgedExtension.KeyDescription, Bend(ForgedExtension.Der(writer =>
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(300);
            writer.WriteEnumeratedValue(SecurityLevel.TrustedEnvironment);
            writer.WriteInteger(300);
            writer.WriteEnumeratedValue(SecurityLevel.TrustedEnvironment);
            writer.WriteOctetString(BendChallenge(challenge));
            writer.WriteOctetString([]);
            WriteList(writer, SoftwarePurposes, AllApplicationsInSoftware, SoftwareOrigin);
            WriteList(writer, HardwarePurposes, AllApplicationsInHardware, HardwareOrigin);
        }
    })));

    private static void WriteList(AsnWriter writer, int[] purposes, bool allApplications, int? origin)
    {
        using (writer.PushSequence())
        {
            if (purposes.Length > 0)
            {
                using (Tagged(writer, 1))
                using (writer.PushSetOf())
                    foreach (var purpose in purposes) writer.WriteInteger(purpose);
            }

            using (Tagged(writer, 2)) writer.WriteInteger(3);
            if (allApplications)
                using (Tagged(writer, 600)) writer.WriteNull();
            if (origin is { } value)
                using (Tagged(writer, 702)) writer.WriteInteger(value);
        }
    }

    private static AsnWriter.Scope Tagged(AsnWriter writer, int tag) => writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, tag, true));

    private enum SecurityLevel
    {
        Software,
        TrustedEnvironment,
    }
}
