using IamConsole.Core.Notices;
using IamConsole.Core.Users;
using Microsoft.EntityFrameworkCore;

namespace IamConsole.Tests.Core.Scenarios;

internal sealed partial class IamScenario
{
    /// <summary>Everything in the outbox, in the order of writing.</summary>
    public Task<List<OutgoingMail>> OutboxAsync() =>
        ReadAsync(db => db.OutgoingMails.AsNoTracking().OrderBy(m => m.At).ToListAsync(Ct));

    /// <summary>The mail that says this; there is exactly one.</summary>
    public async Task<OutgoingMail> MailAsync(string text) =>
        Assert.Single(await OutboxAsync(), m => m.Text.Contains(text, StringComparison.Ordinal));

    /// <summary>A user who is told by mail.</summary>
    public async Task<Person> UserWithAddressAsync(AccountWithRoot account, SignedIn by, string name)
    {
        var user = await UserAsync(account, by, name);
        (await Get<ChangeNoticeAddress>().RunAsync(by.Caller, user.UserId, $"{name}@example.com", Ct)).Ok();
        return user;
    }
}
