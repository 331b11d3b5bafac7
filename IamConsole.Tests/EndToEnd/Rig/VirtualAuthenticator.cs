using System.Text.Json;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>A security key plugged into one window, through Chromium's WebAuthn domain.</summary>
public sealed class VirtualAuthenticator
{
    private readonly ICDPSession _session;
    private readonly string _id;

    private VirtualAuthenticator(ICDPSession session, string id) => (_session, _id) = (session, id);

    /// <summary>A USB key, user presence at once.</summary>
    public static Task<VirtualAuthenticator> UsbKeyAsync(IPage page) => AddAsync(page, new()
    {
        ["protocol"] = "ctap2", ["transport"] = "usb", ["hasResidentKey"] = false, ["hasUserVerification"] = false,
        ["automaticPresenceSimulation"] = true,
    });

    /// <summary>A key of the U2F era.</summary>
    public static Task<VirtualAuthenticator> U2fKeyAsync(IPage page) => AddAsync(page, new()
    {
        ["protocol"] = "u2f", ["transport"] = "usb", ["automaticPresenceSimulation"] = true,
    });

    /// <summary>A passkey provider of the platform, synced between devices.</summary>
    public static Task<VirtualAuthenticator> SyncedPasskeyAsync(IPage page) => AddAsync(page, new()
    {
        ["protocol"] = "ctap2", ["ctap2Version"] = "ctap2_1", ["transport"] = "internal", ["hasResidentKey"] = true,
        ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
        ["defaultBackupEligibility"] = true, ["defaultBackupState"] = true,
    });

    /// <summary>Whether the next touch is refused by its user.</summary>
    public Task SetPresenceAsync(bool automatic) => _session.SendAsync(
        "WebAuthn.setAutomaticPresenceSimulation", new() { ["authenticatorId"] = _id, ["enabled"] = automatic });

    public async Task<IReadOnlyList<Dictionary<string, object>>> CredentialsAsync()
    {
        var answer = await _session.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = _id });
        return answer!.Value.GetProperty("credentials").EnumerateArray()
            .Select(c => c.EnumerateObject().ToDictionary(p => p.Name, p => (object)p.Value.Clone())).ToList();
    }

    /// <summary>Takes the key out of one window and plugs it into another.</summary>
    public async Task PlugAsync(IReadOnlyList<Dictionary<string, object>> credentials)
    {
        foreach (var credential in credentials)
            await _session.SendAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = _id, ["credential"] = credential });
    }

    public Task ClearAsync() => _session.SendAsync("WebAuthn.clearCredentials", new() { ["authenticatorId"] = _id });

    private static async Task<VirtualAuthenticator> AddAsync(IPage page, Dictionary<string, object> options)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        JsonElement? answer = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new() { ["options"] = options });
        return new VirtualAuthenticator(session, answer!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
