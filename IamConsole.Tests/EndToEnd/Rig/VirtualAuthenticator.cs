using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>A security key plugged into one window, through Chromium's WebAuthn domain.</summary>
public sealed class VirtualAuthenticator
{
    private readonly AuthenticatorKind _kind;
    private readonly ICDPSession _session;
    private readonly string _id;

    private VirtualAuthenticator(AuthenticatorKind kind, ICDPSession session, string id) => (_kind, _session, _id) = (kind, session, id);

    /// <summary>A USB key, user presence at once.</summary>
    public static Task<VirtualAuthenticator> UsbKeyAsync(IPage page) => AddAsync(page, AuthenticatorKind.UsbKey);

    /// <summary>A key of the U2F era.</summary>
    public static Task<VirtualAuthenticator> U2fKeyAsync(IPage page) => AddAsync(page, AuthenticatorKind.U2fKey);

    /// <summary>A passkey provider of the platform, synced between devices.</summary>
    public static Task<VirtualAuthenticator> SyncedPasskeyAsync(IPage page) => AddAsync(page, AuthenticatorKind.SyncedPasskey);

    /// <summary>Plugs in a new key. Several in one window are possible, as on a real computer.</summary>
    public static async Task<VirtualAuthenticator> AddAsync(IPage page, AuthenticatorKind kind)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var answer = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = kind.ToOptions() });
        return new VirtualAuthenticator(kind, session, answer!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether the key answers a touch at once; otherwise the ceremony waits until its time is over.</summary>
    public Task SetPresenceAsync(bool automatic) => SendAsync("setAutomaticPresenceSimulation", ("enabled", automatic));

    /// <summary>Whether the user's PIN or finger is right from now on.</summary>
    public Task SetUserVerifiedAsync(bool verified) => SendAsync("setUserVerified", ("isUserVerified", verified));

    public async Task<IReadOnlyList<Dictionary<string, object>>> CredentialsAsync()
    {
        var answer = await _session.SendAsync("WebAuthn.getCredentials", Arguments());
        return answer!.Value.GetProperty("credentials").EnumerateArray()
            .Select(c => c.EnumerateObject().ToDictionary(p => p.Name, p => (object)p.Value.Clone())).ToList();
    }

    /// <summary>
    /// Puts credentials into this key: those of another one, or changed ones, e.g. with <c>signCount</c> 0 for a clone.
    /// </summary>
    public async Task PlugAsync(IReadOnlyList<Dictionary<string, object>> credentials)
    {
        foreach (var credential in credentials)
        {
            // Chromium gives no rpId away for U2F, where only its hash is kept, and demands one.
            var whole = new Dictionary<string, object>(credential);
            whole.TryAdd("rpId", "localhost");
            await SendAsync("addCredential", ("credential", whole));
        }
    }

    /// <summary>Takes the key out of its window and plugs it into another, with all it holds.</summary>
    public async Task<VirtualAuthenticator> MoveToAsync(IPage page)
    {
        var credentials = await CredentialsAsync();
        await RemoveAsync();
        var there = await AddAsync(page, _kind);
        await there.PlugAsync(credentials);
        return there;
    }

    public Task ClearAsync() => SendAsync("clearCredentials");

    /// <summary>Takes the key out.</summary>
    public Task RemoveAsync() => SendAsync("removeVirtualAuthenticator");

    private Task SendAsync(string command, params (string Name, object Value)[] arguments) =>
        _session.SendAsync($"WebAuthn.{command}", Arguments(arguments));

    private Dictionary<string, object> Arguments(params (string Name, object Value)[] arguments)
    {
        var all = arguments.ToDictionary(a => a.Name, a => a.Value);
        all["authenticatorId"] = _id;
        return all;
    }
}
