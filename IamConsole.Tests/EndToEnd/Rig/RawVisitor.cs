using IamConsole.Core.Demo;

namespace IamConsole.Tests.EndToEnd.Rig;

/// <summary>Signs in without a browser, form by form.</summary>
public sealed class RawVisitor(Organisation organisation, string userAgent = "RawClient/1.0") : IDisposable
{
    public RawClient Client { get; } = new(organisation.Server.Url, userAgent);

    /// <summary>The first step; the answer redirects to what is missing.</summary>
    public async Task<RawResponse> PasswordAsync(DemoPerson person, string? password = null, string query = "")
    {
        if (person.IsRoot)
        {
            var email = await Client.GetAsync("/signin/root" + query);
            var asked = await Client.SubmitAsync(email, new() { ["Input.Email"] = person.Email! });
            return await Client.SubmitAsync(asked, new() { ["Input.Password"] = password ?? person.Password });
        }

        return await NameAsync(organisation.Lumen.Alias, person.Name, password ?? person.Password, query);
    }

    public async Task<RawResponse> NameAsync(string account, string name, string password, string query = "") =>
        await Client.SubmitAsync(
            await Client.GetAsync("/signin" + query),
            new() { ["Input.Account"] = account, ["Input.UserName"] = name, ["Input.Password"] = password });

    /// <summary>The second step.</summary>
    public async Task<RawResponse> CodeAsync(string code) =>
        await Client.SubmitAsync(await Client.GetAsync("/signin/mfa"), new() { ["Input.Code"] = code });

    /// <summary>Whether the console lets this visitor in now.</summary>
    public async Task<bool> IsInAsync() => (await Client.GetAsync("/security-credentials")).Status is System.Net.HttpStatusCode.OK;

    public void Dispose() => Client.Dispose();
}
