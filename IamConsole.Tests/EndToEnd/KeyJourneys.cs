using System.Text.Json.Nodes;
using IamConsole.Core.Accounts;
using IamConsole.Core.Attestation;
using IamConsole.Core.Demo;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Authenticators;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security keys and passkeys of every kind in a browser: registered, used, refused by policy, judged later.</summary>
public sealed class KeyJourneys(ChromiumBrowser browser)
{
    public static TheoryData<string> Kinds =>
    [
        nameof(AuthenticatorKind.UsbKeyWithPin), nameof(AuthenticatorKind.U2fKey), nameof(AuthenticatorKind.Platform), nameof(AuthenticatorKind.SyncedPasskey),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_authenticator_is_registered_and_signs_in(string kind)
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        var amina = new Visitor(window, org);
        await VirtualAuthenticator.AddAsync(window.Page, (AuthenticatorKind)typeof(AuthenticatorKind).GetProperty(kind)!.GetValue(null)!);
        await amina.SignInAsync(org.Amina);
        await RegisterAsync(amina, "amina-key");
        await amina.SeeAsync("MFA device assigned");
        await amina.SignOutAsync();
        await amina.SignInAsync(org.Amina);
        await amina.SeeConsoleAsync();

        var device = await DeviceAsync(org, "amina-key");
        Assert.Equal(kind == nameof(AuthenticatorKind.U2fKey) ? "fido-u2f" : "packed", device.AttestationFormat);
        Assert.Equal((AttestationType.Basic, false, null), (device.AttestationType, device.IsModelProven, device.Certifications));
        Assert.Equal(kind == nameof(AuthenticatorKind.SyncedPasskey), device.IsBackupEligible);
        Assert.Equal(kind != nameof(AuthenticatorKind.U2fKey), device.WasUserVerified);
        Assert.NotNull(device.LastUsedAt);
    }

    [Fact]
    public async Task A_key_that_proves_no_model_is_refused_where_attestation_is_required()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        await SetPolicyAsync(org, new SecurityKeyRule { Attestation = AttestationDemand.Required });
        var amina = new Visitor(window, org);
        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        await amina.SignInAsync(org.Amina);
        await RegisterAsync(amina, "amina-key");
        await amina.SeeAsync("leads to no model in the FIDO metadata");
        Assert.Null(await FindAsync(org, "amina-key"));
    }

    [Fact]
    public async Task Only_the_model_of_the_policy_is_registered_and_its_revocation_reaches_the_dashboard()
    {
        await using var org = await Organisation.OpenAsync();
        SoftwareAuthority maker = new(), other = new();
        await LoadAsync(org, 7, (Entry(1, "Bright Key"), maker), (Entry(2, "Dull Key"), other));
        await SetPolicyAsync(org, new SecurityKeyRule
        {
            ModelChoice = ModelChoice.Only, Models = [new(TestEntries.Aaguid(1).ToString(), "Bright Key")], LowestFido = FidoLevel.L1,
        });

        await using (var window = await browser.OpenAsync(org.Server.Url))
        {
            var chen = await SignInWithKeyAsync(window, org, Key(2, other));
            await RegisterAsync(chen, "dull-key");
            await chen.SeeAsync("does not allow");
            Assert.Null(await FindAsync(org, "dull-key"));
        }

        await using (var window = await browser.OpenAsync(org.Server.Url))
        {
            org.Server.Clock.Advance(TimeSpan.FromMinutes(1));
            var chen = await SignInWithKeyAsync(window, org, Key(1, maker));
            await RegisterAsync(chen, "bright-key");
            await chen.SeeAsync("MFA device assigned");
            await chen.SeeAsync("FIDO L1");
        }

        await LoadAsync(org, 8, (Entry(1, "Bright Key", TestEntries.Report("FIDO_CERTIFIED_L1", "2020-01-01"), TestEntries.Report("REVOKED", "2021-01-01")), maker));
        await org.Server.Get<JudgeKeys>().RunAsync(8, Ct);
        await using (var window = await browser.OpenAsync(org.Server.Url))
        {
            var maria = new Visitor(window, org);
            await maria.SignInWithCodeAsync(org.Maria, org.CodesOf(org.Maria).Now());
            await maria.SeeAsync("Security keys to look at");
            await maria.SeeAsync("bright-key");
        }
    }

    [Fact]
    public async Task One_key_serves_root_and_two_users_of_two_accounts()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        var visitor = new Visitor(window, org);
        DemoPerson[] people = [org.Root, org.Amina, org.Federal.People.Single(p => p.Name == "ken.adeyemi")];
        foreach (var person in people)
        {
            await visitor.SignInAsync(person);
            if (person.IsRoot) await visitor.PressAsync("Remind me later");
            await RegisterAsync(visitor, "shared-key-of-" + person.Name);
            await visitor.SeeAsync("MFA device assigned");
            await visitor.SignOutAsync();
        }

        foreach (var person in people)
        {
            await visitor.SignInAsync(person);
            await visitor.SeeConsoleAsync();
            Assert.NotNull((await DeviceAsync(org, "shared-key-of-" + person.Name)).LastUsedAt);
            await visitor.SignOutAsync();
        }
    }

    private static SoftwareAuthenticator Key(int model, SoftwareAuthority maker)
    {
        var key = new SoftwareAuthenticator(AttestationKind.Packed, authority: maker) { Aaguid = TestEntries.Aaguid(model) };
        key.Certificate.Replace(ForgedExtension.OfAaguid(key.Aaguid));
        return key;
    }

    private static async Task<Visitor> SignInWithKeyAsync(BrowserPage window, Organisation org, SoftwareAuthenticator key)
    {
        await SoftwareBrowserKey.PlugAsync(window.Page, key);
        var chen = new Visitor(window, org);
        await chen.SignInWithCodeAsync(org.Chen, org.CodesOf(org.Chen).Now());
        return chen;
    }

    private static async Task RegisterAsync(Visitor visitor, string name)
    {
        await visitor.SeeConsoleAsync();
        await visitor.GoToAsync("/security-credentials/assign-mfa");
        await visitor.ChooseDeviceAsync(name, "Passkey or security key");
        await visitor.SeeAsync("The key answered");
        await visitor.PressAsync("Add MFA");
    }

    private static JsonObject Entry(int model, string name, params JsonObject[] reports) => TestEntries.Fido2(model, name, reports);

    private static async Task LoadAsync(Organisation org, long number, params (JsonObject Entry, SoftwareAuthority Maker)[] entries)
    {
        using var authority = new MetadataAuthority(org.Server.Clock.GetUtcNow());
        using var blob = new TestBlob(authority).Number(number);
        foreach (var (entry, maker) in entries)
        {
            entry["metadataStatement"]!["attestationRootCertificates"] = new JsonArray(Convert.ToBase64String(maker.Root));
            blob.With(entry);
        }

        Assert.True((await org.Server.Get<LoadMetadata>().RunAsync(blob.Build(), authority.Trust, "test", Ct)).Succeeded);
    }

    private static async Task SetPolicyAsync(Organisation org, SecurityKeyRule rule)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(Ct);
        var account = await db.Accounts.SingleAsync(a => a.Id == org.Lumen.AccountId, Ct);
        account.SecurityKeyPolicy = new SecurityKeyPolicy { Rule = rule };
        await db.SaveChangesAsync(Ct);
    }

    private static async Task<MfaDevice> DeviceAsync(Organisation org, string name) =>
        await FindAsync(org, name) ?? throw new InvalidOperationException("No device " + name);

    private static async Task<MfaDevice?> FindAsync(Organisation org, string name)
    {
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(Ct);
        return await db.MfaDevices.AsNoTracking().SingleOrDefaultAsync(d => d.Name == name, Ct);
    }
}
