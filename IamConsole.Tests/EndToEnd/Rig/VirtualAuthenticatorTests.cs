using System.Text.Json;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

public sealed class VirtualAuthenticatorTests(ChromiumBrowser browser)
{
    private const int UserVerified = 0x04, BackupEligible = 0x08, BackedUp = 0x10;

    private const string Create = """
        async uv => { try {
            const c = await navigator.credentials.create({ publicKey: {
                rp: { name: 'x' }, user: { id: crypto.getRandomValues(new Uint8Array(8)), name: 'alice', displayName: 'alice' },
                challenge: new Uint8Array(16), pubKeyCredParams: [{ type: 'public-key', alg: -7 }], timeout: 15000,
                authenticatorSelection: { userVerification: uv } } });
            return { id: c.id, flags: new Uint8Array(c.response.getAuthenticatorData())[32] };
        } catch (e) { return { error: e.name }; } }
        """;

    private const string Get = """
        async id => { try {
            const raw = Uint8Array.from(atob(id.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
            const c = await navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), timeout: 15000,
                allowCredentials: [{ type: 'public-key', id: raw }], userVerification: 'discouraged' } });
            return { id: c.id, flags: new Uint8Array(c.response.authenticatorData)[32] };
        } catch (e) { return { error: e.name }; } }
        """;

    public static TheoryData<string, int> Kinds => new()
    {
        { nameof(AuthenticatorKind.UsbKey), 0 },
        { nameof(AuthenticatorKind.UsbKeyWithPin), UserVerified },
        { nameof(AuthenticatorKind.U2fKey), 0 },
        { nameof(AuthenticatorKind.Platform), UserVerified },
        { nameof(AuthenticatorKind.SyncedPasskey), UserVerified | BackupEligible | BackedUp },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_registers_with_its_flags_and_works_in_another_window(string kind, int flags)
    {
        await using var first = await OpenAsync();
        var key = await VirtualAuthenticator.AddAsync(first.Page, Named(kind));
        var made = await RunAsync(first, Create, flags == 0 ? "discouraged" : "required");
        Assert.Equal(flags, Flags(made));
        await using var second = await OpenAsync();
        await key.MoveToAsync(second.Page);
        Assert.Equal(made.GetProperty("id").GetString(), (await RunAsync(second, Get, made.GetProperty("id").GetString()!)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task One_key_serves_two_users_in_one_window()
    {
        await using var page = await OpenAsync();
        var key = await VirtualAuthenticator.UsbKeyAsync(page.Page);
        var (alice, bob) = (await RunAsync(page, Create, "discouraged"), await RunAsync(page, Create, "discouraged"));
        Assert.NotEqual(alice.GetProperty("id").GetString(), bob.GetProperty("id").GetString());
        Assert.Equal(2, (await key.CredentialsAsync()).Count);
        await key.ClearAsync();
        Assert.Empty(await key.CredentialsAsync());
    }

    [Fact]
    public async Task A_wrong_PIN_and_a_key_taken_out_are_refused_by_the_browser()
    {
        await using var page = await OpenAsync();
        var key = await VirtualAuthenticator.AddAsync(page.Page, AuthenticatorKind.UsbKeyWithPin);
        await key.SetUserVerifiedAsync(false);
        Assert.Equal("NotAllowedError", (await RunAsync(page, Create, "required")).GetProperty("error").GetString());
        await key.SetUserVerifiedAsync(true);
        Assert.Equal(UserVerified, Flags(await RunAsync(page, Create, "required")));
        await key.RemoveAsync();
        await Assert.ThrowsAsync<PlaywrightException>(key.CredentialsAsync);
    }

    private static AuthenticatorKind Named(string kind) =>
        (AuthenticatorKind)typeof(AuthenticatorKind).GetProperty(kind)!.GetValue(null)!;

    private static int Flags(JsonElement made) =>
        made.GetProperty("flags").GetInt32() & (UserVerified | BackupEligible | BackedUp);

    private static async Task<JsonElement> RunAsync(BrowserPage page, string script, string argument) =>
        (await page.Page.EvaluateAsync(script, argument))!.Value;

    private async Task<BrowserPage> OpenAsync()
    {
        var page = await browser.OpenAsync(new Uri("http://localhost"));
        await page.Page.ServeAsync("<html lang=en><title>x</title>");
        return page;
    }
}
