using System.Net;
using System.Text;
using IamConsole.Core.Persistence;
using IamConsole.Tests.EndToEnd.Rig;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.EndToEnd;

/// <summary>Security bar T29: the text of a page, before its circuit asks anything, holds nothing of the account.</summary>
public sealed class ProtectedPageTests
{
    [Fact]
    public async Task T29_no_page_or_download_gives_a_stranger_or_a_user_data_and_no_page_is_prerendered_with_any()
    {
        await using var org = await Organisation.OpenAsync();
        var secrets = await DataAsync(org);
        using var stranger = new RawVisitor(org);
        using var amina = new RawVisitor(org);
        await amina.PasswordAsync(org.Amina);
        using var maria = new RawVisitor(org);
        await maria.PasswordAsync(org.Maria);
        await maria.CodeAsync(org.CodesOf(org.Maria).Now());
        var pages = Routes.OfConsole(org.Server).Where(p => !p.StartsWith("/_", StringComparison.Ordinal)).ToList();
        Assert.InRange(pages.Count, 25, 200);

        foreach (var page in pages)
        {
            foreach (var accept in new[] { "text/html", "*/*" })
            {
                var refused = await stranger.Client.GetAsync(page, accept);
                Assert.True(refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Redirect or HttpStatusCode.Found, $"{page}: {refused.Status}");
                AssertNothing(secrets, refused, page);
            }

            // Of oneself the text may speak: a refusal and the page that asks for a proof do.
            AssertNothing(Without(secrets, org.Amina.Name, org.Lumen.AccountId), await amina.Client.GetAsync(page), page);
            var asAdministrator = await maria.Client.GetAsync(page);
            if (asAdministrator.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal))
                AssertNothing(Without(secrets, org.Maria.Name, org.Lumen.AccountId), asAdministrator, page);
        }
    }

    private static List<string> Without(IReadOnlyList<string> secrets, params string[] own) =>
        [.. secrets.Where(s => !own.Any(o => s.Contains(o, StringComparison.Ordinal)))];

    private static void AssertNothing(IReadOnlyList<string> secrets, RawResponse answer, string page)
    {
        // Persisted state is Base64 of what the key ring encrypted; were it not, its text would show.
        var text = answer.Body + Decoded(answer.Body);
        foreach (var secret in secrets) Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{page} shows {secret}");
    }

    private static string Decoded(string body)
    {
        var text = new StringBuilder();
        foreach (var word in body.Split([' ', '"', '\'', ':', '<', '>', '-', ','], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= 24))
        {
            var bytes = new byte[word.Length];
            if (Convert.TryFromBase64String(word, bytes, out var length)) text.Append(Encoding.UTF8.GetString(bytes, 0, length));
        }

        return text.ToString();
    }

    private static async Task<IReadOnlyList<string>> DataAsync(Organisation org)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await org.Server.Get<IDbContextFactory<IamDbContext>>().CreateDbContextAsync(ct);
        return
        [
            .. await db.Users.Where(u => !u.IsRoot).Select(u => u.Name).ToListAsync(ct), .. await db.Users.Select(u => u.Id).ToListAsync(ct),
            .. await db.Users.Where(u => u.Email != null).Select(u => u.Email!).ToListAsync(ct), .. await db.MfaDevices.Select(d => d.Name).ToListAsync(ct),
            .. await db.Groups.Select(g => g.Name).ToListAsync(ct), .. await db.Accounts.Select(a => a.Id).ToListAsync(ct),
            .. await db.HardwareTokens.Select(t => t.Serial).ToListAsync(ct), .. await db.Sessions.Select(s => s.Id).ToListAsync(ct),
        ];
    }
}
