using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Tests.Authenticators;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.Core.Scenarios;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Passkeys;

/// <summary>Root registers keys of software authenticators, with metadata of our own in force.</summary>
internal sealed class KeyScenario : IAsyncDisposable
{
    private readonly MetadataAuthority _metadata;
    private int _keys;

    private KeyScenario(IamScenario iam, SignedIn root)
    {
        (Iam, Root) = (iam, root);
        _metadata = new MetadataAuthority(iam.Now);
    }

    public IamScenario Iam { get; }

    public SignedIn Root { get; }

    public static async Task<KeyScenario> StartAsync(DatabaseKind database)
    {
        var iam = await IamScenario.StartAsync(database);
        return new KeyScenario(iam, (await iam.SignedInRootAsync()).Root);
    }

    public static JsonObject Entry(int number, string name, params JsonObject[] reports) => TestEntries.Fido2(number, name, reports);

    public static JsonObject Certified(params string[] statuses) =>
        Entry(1, "Bright Key 5", [.. statuses.Select((s, i) => TestEntries.Report(s, $"2020-0{i + 1}-01"))]);

    /// <summary>Puts these entries in force, each with the root of its maker.</summary>
    public async Task LoadAsync(long number, JsonObject entry, SoftwareAuthority maker, params (JsonObject Entry, SoftwareAuthority Maker)[] more)
    {
        var load = await Iam.LoadMetadataAsync(_metadata, blob =>
        {
            blob.Number(number);
            foreach (var (each, its) in more.Prepend((entry, maker)))
            {
                each["metadataStatement"]!["attestationRootCertificates"] = new JsonArray(Convert.ToBase64String(its.Root));
                blob.With(each);
            }
        });
        load.Ok();
    }

    public static SoftwareAuthenticator Authenticator(SoftwareAuthority maker, AttestationKind kind = AttestationKind.Packed)
    {
        var authenticator = new SoftwareAuthenticator(kind, authority: maker) { Aaguid = TestEntries.Aaguid(1), RelyingParty = IamScenario.RelyingParty.Id };
        if (kind is AttestationKind.Packed) authenticator.Certificate.Replace(ForgedExtension.OfAaguid(authenticator.Aaguid));
        return authenticator;
    }

    /// <summary>A whole ceremony, before anything is stored.</summary>
    public async Task<PasskeyFacts> VerifyAsync(SoftwareAuthenticator authenticator)
    {
        var registration = await BeginAsync();
        return (await Iam.Get<VerifyNewKey>().RunAsync(registration, Answer(authenticator, registration.OptionsJson), IamScenario.Ct)).Ok();
    }

    public async Task<MfaDevice> RegisterAsync(PasskeyFacts facts)
    {
        var enrolment = await Iam.BeginAsync(Root, Root.UserId, $"key-{_keys++}", MfaDeviceKind.SecurityKey);
        var device = (await Iam.Get<RegisterPasskey>().RunAsync(Root.Caller, enrolment, facts, IamScenario.Ct)).Ok();
        return await Iam.ReadAsync(db => db.MfaDevices.SingleAsync(d => d.Id == device.Id, IamScenario.Ct));
    }

    public Task<MfaDevice> DeviceAsync() => Iam.ReadAsync(db => db.MfaDevices.SingleAsync(IamScenario.Ct));

    public Task JudgeAsync(long number) => Iam.Get<JudgeKeys>().RunAsync(number, IamScenario.Ct);

    public async ValueTask DisposeAsync()
    {
        _metadata.Dispose();
        await Iam.DisposeAsync();
    }

    private async Task<KeyRegistration> BeginAsync()
    {
        var enrolment = await Iam.BeginAsync(Root, Root.UserId, $"begun-{_keys++}", MfaDeviceKind.SecurityKey);
        return await Iam.Get<BeginKeyRegistration>().RunAsync(enrolment, "root", IamScenario.Ct);
    }

    private static string Answer(SoftwareAuthenticator authenticator, string options)
    {
        var challenge = JsonDocument.Parse(options).RootElement.GetProperty("challenge").GetString();
        var client = Encoding.UTF8.GetBytes(new JsonObject { ["type"] = "webauthn.create", ["challenge"] = challenge, ["origin"] = "https://console.example" }.ToJsonString());
        var id = Base64Url.EncodeToString(authenticator.CredentialId);
        return JsonSerializer.Serialize(new
        {
            id,
            rawId = id,
            type = "public-key",
            response = new
            {
                clientDataJSON = Base64Url.EncodeToString(client),
                attestationObject = Base64Url.EncodeToString(authenticator.Attest(SHA256.HashData(client))),
            },
        });
    }
}
