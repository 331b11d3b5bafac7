using IamConsole.Web.Mail;

namespace IamConsole.Tests.Web.Mail;

public sealed class SmtpOptionsTests
{
    [Fact]
    public void Without_a_host_nothing_is_asked() => Assert.Empty(new SmtpOptions { Password = "x", Port = 0 }.Faults());

    [Theory]
    [InlineData("mail.example.com", null, SmtpTls.StartTls, 587)]
    [InlineData("mail.example.com", SmtpTls.Implicit, SmtpTls.Implicit, 465)]
    [InlineData("mail.example.com", SmtpTls.None, SmtpTls.None, 587)]
    [InlineData("localhost", null, SmtpTls.None, 587)]
    [InlineData("::1", null, SmtpTls.None, 587)]
    [InlineData("127.0.0.1.example.com", null, SmtpTls.StartTls, 587)]
    public void TLS_is_required_of_everything_but_this_machine(string host, SmtpTls? chosen, SmtpTls expected, int port)
    {
        var options = new SmtpOptions { Host = host, From = "a@b.c", Tls = chosen };

        Assert.Empty(options.Faults());
        Assert.Equal((expected, port), (options.Protection, options.ConnectTo));
    }

    [Fact]
    public void Half_a_configuration_is_refused_with_the_setting_to_mend()
    {
        Assert.Contains("Smtp:From", Assert.Single(new SmtpOptions { Host = "h" }.Faults()), StringComparison.Ordinal);
        Assert.Contains("Smtp:Port", Assert.Single(new SmtpOptions { Host = "h", From = "a@b.c", Port = 0 }.Faults()), StringComparison.Ordinal);
        Assert.Contains("Smtp:Password", Assert.Single(new SmtpOptions { Host = "h", From = "a@b.c", User = "u" }.Faults()), StringComparison.Ordinal);
        Assert.Contains("Smtp:CertificateAuthority", Assert.Single(new SmtpOptions { Host = "h", From = "a@b.c", CertificateAuthority = "/no/such/file" }.Faults()), StringComparison.Ordinal);
        Assert.Contains("without TLS", Assert.Single(new SmtpOptions { Host = "h", From = "a@b.c", User = "u", Password = "p", Tls = SmtpTls.None }.Faults()), StringComparison.Ordinal);
    }
}
