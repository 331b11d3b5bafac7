namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>What <see cref="VirtualAuthenticator"/> can be; the words are those of Chromium's WebAuthn domain.</summary>
public sealed record AuthenticatorKind(
    string Protocol, string Transport, bool ResidentKeys = false, bool UserVerification = false, bool Synced = false)
{
    /// <summary>A key that is only touched.</summary>
    public static AuthenticatorKind UsbKey { get; } = new("ctap2", "usb");

    /// <summary>A key with a PIN or fingerprint.</summary>
    public static AuthenticatorKind UsbKeyWithPin { get; } = new("ctap2", "usb", UserVerification: true);

    /// <summary>A key of the U2F era.</summary>
    public static AuthenticatorKind U2fKey { get; } = new("u2f", "usb");

    /// <summary>A passkey of this computer alone.</summary>
    public static AuthenticatorKind Platform { get; } = new("ctap2", "internal", ResidentKeys: true, UserVerification: true);

    /// <summary>A passkey that its provider copies to all devices of the user.</summary>
    public static AuthenticatorKind SyncedPasskey { get; } = Platform with { Synced = true };

    internal Dictionary<string, object> ToOptions()
    {
        var options = new Dictionary<string, object>
        {
            ["protocol"] = Protocol, ["transport"] = Transport, ["automaticPresenceSimulation"] = true,
        };

        // A U2F key has none of the rest, and Chromium refuses a U2F key that claims it.
        if (Protocol == "u2f") return options;
        options["ctap2Version"] = "ctap2_1";
        options["hasResidentKey"] = ResidentKeys;
        options["hasUserVerification"] = UserVerification;
        options["isUserVerified"] = UserVerification;
        options["defaultBackupEligibility"] = Synced;
        options["defaultBackupState"] = Synced;
        return options;
    }
}
