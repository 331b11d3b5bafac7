using IamConsole.Tests.Authenticators;
using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>Random changes of attestation objects: of their bytes, and of parts that are signed and encoded properly afterwards.</summary>
internal static class AttestationMutations
{
    // Heads of CBOR items, tags and lengths of DER, and the initial bytes that trouble readers.
    private static readonly byte[][] Pieces =
    [
        [0xfc], [0xfd], [0xfe], [0xff], [0xf8, 0x10], [0x9f], [0xbf], [0x5f], [0x7f], [0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        [0xbb, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x5a, 0x7f, 0xff, 0xff, 0xff], [0xa0], [0x80], [0xc1], [0xfb, 0, 0, 0, 0, 0, 0, 0, 0],
        [0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0x3b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        [0x30, 0x80], [0x30, 0x84, 0xff, 0xff, 0xff, 0xff], [0x02, 0x00], [0x02, 0x02, 0x00, 0x00], [0x06, 0x00], [0x05, 0x00], [0x24, 0x80],
        [0x1f, 0x8f, 0xff, 0xff, 0xff, 0x7f], [0x03, 0x01, 0x08], [0x17, 0x00], [0x18, 0x01, 0x39], [.. Enumerable.Repeat((byte)0x81, 300)],
    ];

    /// <summary>Bits, lengths, pieces, splices and ends.</summary>
    public static byte[] Bytes(byte[] original, byte[] other, Dice dice)
    {
        var bytes = new List<byte>(original);
        for (var changes = 1 + dice.Next(3); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = dice.Next(bytes.Count);
            var length = Math.Min(dice.Next(40), bytes.Count - at);
            switch (dice.Next(8))
            {
                case 0: bytes[at] ^= (byte)(1 << dice.Next(8)); break;
                case 1: bytes[at] = (byte)dice.Next(256); break;
                case 2: bytes[at] = (byte)(bytes[at] + (dice.Next(2) == 0 ? 1 : -1)); break;
                case 3: bytes.RemoveRange(at, length); break;
                case 4: bytes.InsertRange(at, bytes.GetRange(dice.Next(bytes.Count - length + 1), length)); break;
                case 5: bytes.InsertRange(at, Pieces[dice.Next(Pieces.Length)]); break;
                case 6: bytes.RemoveRange(at, bytes.Count - at); break;
                default: Splice(bytes, at, other, dice); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>One part changed before it is signed: what stands behind a good signature is reached too.</summary>
    public static void Bend(SoftwareAuthenticator authenticator, Dice dice)
    {
        byte[] Change(byte[] bytes) => Bytes(bytes, Pieces[dice.Next(Pieces.Length)], dice);
        switch (dice.Next(12))
        {
            case 0: authenticator.Certificate.Bend = Change; break;
            case 1: authenticator.Certificate.Subject = Change(authenticator.Certificate.Subject); break;
            case 2: authenticator.Certificate.PublicKeyInfo = Change(authenticator.AttestationKey.PublicKeyInfo()); break;
            case 3: authenticator.Certificate.BendSignature = Change; break;
            case 4:
                var at = dice.Next(authenticator.Certificate.Extensions.Count);
                var extension = authenticator.Certificate.Extensions[at];
                authenticator.Certificate.Extensions[at] = extension with { Value = Change(extension.Value), IsCritical = dice.Next(2) == 0 };
                break;
            case 5: authenticator.Android.Bend = Change; break;
            case 6: authenticator.Tpm.BendCertifyInfo = Change; break;
            case 7: authenticator.Tpm.BendPublicArea = Change; break;
            case 8: authenticator.BendSignature = Change; break;
            case 9: authenticator.CredentialKey = key => Change(key.Cose()); break;
            case 10: authenticator.BendCertificates = path => [.. path.Select(c => dice.Next(2) == 0 ? c : Change(c))]; break;
            default: authenticator.BendStatement = members => BendMembers(members, dice); break;
        }
    }

    private static void BendMembers(Dictionary<string, object> members, Dice dice)
    {
        string[] names = ["alg", "sig", "x5c", "ver", "certInfo", "pubArea", "ecdaaKeyId", "", "other"];
        var name = names[dice.Next(names.Length)];
        object[] values =
        [
            -7, 0, int.MinValue, int.MaxValue, "2.0", "", Array.Empty<byte>(), new byte[300], new List<object>(), new List<object> { 1, "x" },
            new List<object> { Array.Empty<byte>() }, new Dictionary<string, object> { ["a"] = new List<object> { new List<object>() } },
        ];
        if (!members.Remove(name) || dice.Next(2) == 0) members[name] = values[dice.Next(values.Length)];
    }

    private static void Splice(List<byte> bytes, int at, byte[] other, Dice dice)
    {
        var from = dice.Next(other.Length);
        bytes.RemoveRange(at, bytes.Count - at);
        bytes.AddRange(other[from..]);
    }
}
