using IamConsole.Core.Notices;
using IamConsole.Core.Users;
using IamConsole.Tests.Core.Scenarios;
using IamConsole.Tests.EndToEnd.Rig;
using IamConsole.Web.Mail;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IamConsole.Tests.Web.Mail;

/// <summary>From the outbox to a real SMTP server on the loopback.</summary>
public sealed class MailDeliveryTests
{
    [Theory, BothDatabases]
    public async Task A_notice_says_what_when_from_where_and_by_whom(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await using var server = new MailServer();
        var (account, root) = await iam.SignedInRootAsync();
        await iam.AssignAppAsync(root, (await iam.UserWithAddressAsync(account, root, "alice")).UserId, "phone");

        await Delivery(iam, server).RunAsync(IamScenario.Ct);

        Assert.Equal(2, server.Received.Count);
        var mail = server.Received[^1];
        Assert.Equal(["alice@example.com"], mail.Recipients);
        Assert.Equal($"Security notice for alice in account {account.Id}", mail.Header("Subject"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal("Console <iam@example.com>", mail.Header("From")!.Replace("\"", "", StringComparison.Ordinal));
        foreach (var part in new[] { "The MFA device phone was assigned by root.", "2 Mar 2026, 08:00 UTC", "From address: 192.0.2.7", "If not, open the console yourself" })
            Assert.Contains(part, mail.Text, StringComparison.Ordinal);
        Assert.All(await iam.OutboxAsync(), m => Assert.Equal((MailState.Sent, iam.Now), (m.State, m.SentAt!.Value)));
        await Delivery(iam, server).RunAsync(IamScenario.Ct);
        Assert.Equal(2, server.Received.Count);
    }

    [Theory, BothDatabases]
    public async Task A_server_that_is_down_gets_the_notice_later_even_after_a_restart(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await using var server = new MailServer();
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(account, root, "alice");
        await server.StopAsync();

        await Delivery(iam, server).RunAsync(IamScenario.Ct);
        var waiting = Assert.Single(await iam.OutboxAsync());
        Assert.Equal((MailState.Waiting, 1, iam.Now.AddMinutes(1)), (waiting.State, waiting.Attempts, waiting.DueAt));
        Assert.NotNull(waiting.Failure);
        server.Start();
        await iam.RestartAsync();
        await Delivery(iam, server).RunAsync(IamScenario.Ct);
        Assert.Empty(server.Received);
        iam.Clock.Advance(TimeSpan.FromMinutes(1));
        await Delivery(iam, server).RunAsync(IamScenario.Ct);

        Assert.Single(server.Received);
        Assert.Equal(MailState.Sent, Assert.Single(await iam.OutboxAsync()).State);
    }

    [Theory, BothDatabases]
    public async Task What_no_server_takes_for_a_day_has_failed(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await using var server = new MailServer();
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(account, root, "alice");
        await server.StopAsync();
        var begun = iam.Now;

        while (Assert.Single(await iam.OutboxAsync()) is { State: MailState.Waiting } mail)
        {
            iam.Clock.SetUtcNow(mail.DueAt);
            await Delivery(iam, server).RunAsync(IamScenario.Ct);
        }

        var failed = Assert.Single(await iam.OutboxAsync());
        Assert.Equal((MailState.Failed, 9), (failed.State, failed.Attempts));
        Assert.InRange(iam.Now - begun, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
    }

    [Theory, BothDatabases]
    public async Task A_refused_recipient_fails_at_once_and_the_others_are_sent(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await using var server = new MailServer { RecipientAnswer = "550 No such mailbox" };
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(account, root, "alice");
        await Delivery(iam, server).RunAsync(IamScenario.Ct);
        server.RecipientAnswer = "250 OK";
        await iam.UserWithAddressAsync(account, root, "bob");

        await Delivery(iam, server).RunAsync(IamScenario.Ct);

        var mails = await iam.OutboxAsync();
        Assert.Contains(mails, m => m is { UserName: "alice", State: MailState.Failed } && m.Failure!.Contains("No such mailbox", StringComparison.Ordinal));
        Assert.Contains(mails, m => m is { UserName: "bob", State: MailState.Sent });
    }

    [Theory, BothDatabases]
    public async Task Two_senders_at_once_send_each_notice_once(DatabaseKind database)
    {
        await using var iam = await IamScenario.StartAsync(database);
        await using var server = new MailServer();
        var (account, root) = await iam.SignedInRootAsync();
        for (var i = 0; i < 10; i++) await iam.UserWithAddressAsync(account, root, $"user{i}");

        await Simultaneously.RunAsync(4, async _ =>
        {
            await Delivery(iam, server).RunAsync(IamScenario.Ct);
            return true;
        });

        Assert.Equal(10, server.Received.Count);
        Assert.Equal(10, server.Received.Select(m => m.Header("Message-Id")).Distinct().Count());
        Assert.All(await iam.OutboxAsync(), m => Assert.Equal((MailState.Sent, 1), (m.State, m.Attempts)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_trusted_TLS_neither_password_nor_notice_leaves(bool offersStartTls)
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await using var server = new MailServer { OffersStartTls = offersStartTls };
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(account, root, "alice");
        var delivery = Delivery(iam, server, o => (o.Tls, o.User, o.Password) = (SmtpTls.StartTls, "console", "mail password"));

        await delivery.RunAsync(IamScenario.Ct);

        Assert.Empty(server.Received);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal) || c.StartsWith("MAIL", StringComparison.Ordinal));
        var mail = Assert.Single(await iam.OutboxAsync());
        Assert.Equal(MailState.Waiting, mail.State);
        Assert.DoesNotContain("mail password", mail.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", true, true)]
    [InlineData("127.0.0.1", false, false)]
    [InlineData("mail.example.com", true, false)]
    public async Task Password_and_notice_go_encrypted_to_the_server_that_the_named_authority_vouches_for(string host, bool ofThisAuthority, bool expected)
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await using var server = new MailServer { OffersStartTls = true, CertifiedHost = host };
        await using var another = new MailServer { CertifiedHost = host };
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(account, root, "alice");
        var authority = Path.Combine(iam.AuditFolder.FullName, "authority.pem");
        await File.WriteAllTextAsync(authority, (ofThisAuthority ? server : another).CertificatePem, IamScenario.Ct);

        await Delivery(iam, server, o => (o.Tls, o.User, o.Password, o.CertificateAuthority) = (SmtpTls.StartTls, "console", "mail password", authority))
            .RunAsync(IamScenario.Ct);

        // In clear there was nothing but the greeting; within TLS the server was greeted anew, and got the password.
        var commands = server.Commands.Select(c => c.Split(' ')[0]).ToList();
        Assert.Equal(["EHLO", "STARTTLS"], commands.Take(2));
        Assert.Equal(expected ? ["EHLO", "AUTH", "MAIL"] : [], commands.Skip(2).Take(3));
        Assert.Equal(expected ? 1 : 0, server.Received.Count);
        var mail = Assert.Single(await iam.OutboxAsync());
        Assert.Equal(expected ? MailState.Sent : MailState.Waiting, mail.State);
        Assert.Equal(expected ? null : "The mail server's certificate is not trusted, or TLS failed.", mail.Failure);
    }

    [Fact]
    public async Task Without_a_configured_server_the_notices_wait()
    {
        await using var iam = await IamScenario.StartAsync(DatabaseKind.Sqlite);
        await using var server = new MailServer();
        var (account, root) = await iam.SignedInRootAsync();
        await iam.UserWithAddressAsync(account, root, "alice");

        await Delivery(iam, server, o => o.Host = null).RunAsync(IamScenario.Ct);

        Assert.Equal((MailState.Waiting, 0), (Assert.Single(await iam.OutboxAsync()).State, (await iam.OutboxAsync())[0].Attempts));
    }

    private static MailDelivery Delivery(IamScenario iam, MailServer server, Action<SmtpOptions>? change = null)
    {
        var options = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, From = "Console <iam@example.com>" };
        change?.Invoke(options);
        Assert.Empty(options.Faults());
        return new MailDelivery(
            iam.Get<ClaimMail>(), iam.Get<SettleMail>(), Options.Create(options), iam.Clock, NullLogger<MailDelivery>.Instance);
    }
}
