using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IamConsole.Tests.Authenticators;
using Microsoft.Playwright;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>
/// Puts a software authenticator behind a window's <c>navigator.credentials</c>: its attestation can be of any format and any
/// maker, which Chromium's own virtual authenticators cannot.
/// </summary>
internal static class SoftwareBrowserKey
{
    private const string Script = """
        const answer = async (method, { publicKey }) => {
          const options = { challenge: btoa(String.fromCharCode(...new Uint8Array(publicKey.challenge))), rpId: publicKey.rpId ?? publicKey.rp.id };
          const json = JSON.parse(await window.__softwareKey(method, location.origin, JSON.stringify(options)));
          return { toJSON: () => json };
        };
        navigator.credentials.create = (options) => answer("create", options);
        navigator.credentials.get = (options) => answer("get", options);
        """;

    /// <summary>From the next page on the window has just this key.</summary>
    public static async Task PlugAsync(IPage page, SoftwareAuthenticator key)
    {
        await page.ExposeFunctionAsync<string, string, string, string>("__softwareKey", (method, origin, options) => Answer(key, method, origin, options));
        await page.AddInitScriptAsync(Script);
    }

    private static string Answer(SoftwareAuthenticator key, string method, string origin, string options)
    {
        var asked = JsonDocument.Parse(options).RootElement;
        key.RelyingParty = asked.GetProperty("rpId").GetString()!;
        var client = Encoding.UTF8.GetBytes(new JsonObject
        {
            ["type"] = "webauthn." + method,
            ["challenge"] = Base64Url.EncodeToString(asked.GetProperty("challenge").GetBytesFromBase64()),
            ["origin"] = origin,
            ["crossOrigin"] = false,
        }.ToJsonString());
        var hash = SHA256.HashData(client);
        var response = new JsonObject { ["clientDataJSON"] = Base64Url.EncodeToString(client) };
        if (method == "create")
        {
            response["attestationObject"] = Base64Url.EncodeToString(key.Attest(hash));
            response["transports"] = new JsonArray("usb");
        }
        else
        {
            var (data, signature) = key.Assert(hash);
            (response["authenticatorData"], response["signature"]) = (Base64Url.EncodeToString(data), Base64Url.EncodeToString(signature));
        }

        var id = Base64Url.EncodeToString(key.CredentialId);
        return new JsonObject { ["id"] = id, ["rawId"] = id, ["type"] = "public-key", ["response"] = response }.ToJsonString();
    }
}
