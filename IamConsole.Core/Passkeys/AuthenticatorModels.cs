namespace IamConsole.Core.Passkeys;

/// <summary>
/// Names of authenticators by AAGUID, as their makers publish them, for what the FIDO metadata do not list. The AAGUID is what
/// the authenticator says of itself: good for a label, no proof of a model.
/// </summary>
public static class AuthenticatorModels
{
    private static readonly Dictionary<Guid, string> Names = new()
    {
        [new("fbfc3007-154e-4ecc-8c0b-6e020557d7bd")] = "iCloud Keychain",
        [new("ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4")] = "Google Password Manager",
        [new("08987058-cadc-4b81-b6e1-30de50dcbe96")] = "Windows Hello",
        [new("9ddd1817-af5a-4672-a2b9-3e3dd95000a9")] = "Windows Hello",
        [new("6028b017-b1d4-4c02-b4b3-afcdafc96bb2")] = "Windows Hello",
        [new("bada5566-a7aa-401f-bd96-45619a55120d")] = "1Password",
        [new("d548826e-79b4-db40-a3d8-11116f7e8349")] = "Bitwarden",
        [new("531126d6-e717-415c-9320-3d9aa6981239")] = "Dashlane",
        [new("cb69481e-8ff7-4039-93ec-0a2729a154a8")] = "YubiKey 5",
        [new("ee882879-721c-4913-9775-3dfcce97072a")] = "YubiKey 5",
        [new("2fc0579f-8113-47ea-b116-bb5a8db9202a")] = "YubiKey 5 NFC",
        [new("fa2b99dc-9e39-4257-8f92-4a30d23c4118")] = "YubiKey 5 NFC",
    };

    /// <summary>Every name by AAGUID.</summary>
    public static IReadOnlyDictionary<Guid, string> All => Names;

    /// <summary>The name that belongs to an AAGUID, or null where it is unknown.</summary>
    public static string? Find(Guid aaguid) => Names.GetValueOrDefault(aaguid);
}
