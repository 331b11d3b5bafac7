using System.Security.Cryptography;
using IamConsole.Core.HardwareTokens;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    public async Task<DeviceEnrolment> BeginAsync(
        SignedIn by, string userId, string name, MfaDeviceKind kind = MfaDeviceKind.Virtual) =>
        (await Get<BeginDeviceEnrolment>().RunAsync(by.Caller, userId, name, kind, Ct)).Ok();

    public async Task<Authenticator> AssignAppAsync(SignedIn by, string userId, string name)
    {
        var enrolment = await BeginAsync(by, userId, name);
        var app = new Authenticator(enrolment.Secret!, Clock);
        Clock.Advance(TimeSpan.FromSeconds(30));
        var device = await Get<AssignVirtualDevice>().RunAsync(by.Caller, enrolment, app.LastTwoCodes(), Ct);
        app.DeviceId = device.Ok().Id;
        return app;
    }

    /// <summary>A token in the partition's stock.</summary>
    public async Task<Authenticator> TokenInStockAsync(string partition, string serial, DateOnly? expiresOn = null)
    {
        var token = new Authenticator(TotpSecret.FromBytes(RandomNumberGenerator.GetBytes(20)), Clock);
        await using var db = await OpenAsync();
        db.HardwareTokens.Add(new HardwareToken
        {
            Id = "token-" + serial,
            Partition = partition,
            Serial = serial,
            NormalizedSerial = HardwareToken.Normalize(serial),
            ProtectedSeed = Get<SeedProtector>().ForToken(partition, "token-" + serial, token.Secret),
            Algorithm = TotpAlgorithm.Sha1,
            Digits = 6,
            PeriodSeconds = 30,
            ExpiresOn = expiresOn,
            ImportedAt = Now,
        });
        await db.SaveChangesAsync(Ct);
        return token;
    }

    public async Task AssignTokenAsync(SignedIn by, string userId, string serial, Authenticator token, string name)
    {
        var enrolment = await BeginAsync(by, userId, name, MfaDeviceKind.Hardware);
        Clock.Advance(TimeSpan.FromSeconds(30));
        var device = await Get<AssignHardwareToken>().RunAsync(by.Caller, enrolment, serial, token.LastTwoCodes(), Ct);
        token.DeviceId = device.Ok().Id;
    }

    public async Task<MfaDeviceView> RegisterKeyAsync(SignedIn by, string userId, string name, byte[] credentialId)
    {
        var enrolment = await BeginAsync(by, userId, name, MfaDeviceKind.SecurityKey);
        return (await Get<RegisterPasskey>().RunAsync(by.Caller, enrolment, Key(credentialId), Ct)).Ok();
    }

    public static PasskeyFacts Key(byte[] credentialId, uint signCount = 1) => new(new NewCredential
    {
        Id = credentialId,
        PublicKey = new byte[] { 1, 2, 3 },
        Aaguid = Guid.Empty,
        Flags = AuthenticatorFlags.UserPresent | AuthenticatorFlags.UserVerified,
        SignCount = signCount,
        Transports = ["usb", "nfc"],
        AttestationObject = new byte[] { 4 },
        ClientDataJson = new byte[] { 5 },
    })
    {
        Model = "Test key",
    };
}
