using System.Text.Json.Nodes;
using IamConsole.Core.Accounts;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Persistence;
using IamConsole.Tests.Authenticators;
using IamConsole.Tests.Core.FidoMetadata;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>What an account demands of security keys, in a browser: refused, registered with its certification, judged later.</summary>
public sealed class KeyPolicyJourneys(ChromiumBrowser browser)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_that_proves_no_model_is_refused_where_attestation_is_required()
    {
        await using var org = await Organisation.OpenAsync();
        await using var window = await browser.OpenAsync(org.Server.Url);
        await SetPolicyAsync(org, new SecurityKeyRule { Attestation = AttestationDemand.Required });
        var amina = new Visitor(window, org);
        await VirtualAuthenticator.UsbKeyAsync(window.Page);
        await amina.SignInAsync(org.Amina);
        await amina.OfferKeyAsync("amina-key");
        await amina.SeeAsync("leads to no model in the FIDO metadata");
        Assert.Null(await org.FindDeviceAsync("amina-key"));
    }

    [Fact]
    public async Task Only_the_model_of_the_policy_is_registered_and_its_revocation_reaches_the_dashboard()
    {
        await using var org = await Organisation.OpenAsync();
        SoftwareAuthority maker = new(), other = new();
        await LoadAsync(org, 7, (Entry(1, "Bright Key"), maker), (Entry(2, "Dull Key"), other));
        await SetPolicyAsync(org, new SecurityKeyRule
        {
            ModelChoice = ModelChoice.Only,
            Models = [new(TestEntries.Aaguid(1).ToString(), "Bright Key")],
            LowestFido = FidoLevel.L1,
        });

        await using (var window = await browser.OpenAsync(org.Server.Url))
        {
            var chen = await SignInWithKeyAsync(window, org, Key(2, other));
            await chen.OfferKeyAsync("dull-key");
            await chen.SeeAsync("does not allow");
            Assert.Null(await org.FindDeviceAsync("dull-key"));
        }

        await using (var window = await browser.OpenAsync(org.Server.Url))
        {
            org.Server.Clock.Advance(TimeSpan.FromMinutes(1));
            var chen = await SignInWithKeyAsync(window, org, Key(1, maker));
            await chen.AddKeyAsync("bright-key");
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
}
