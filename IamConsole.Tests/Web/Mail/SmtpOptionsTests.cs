using IamConsole.Web.Mail;

namespace IamConsole.Tests.Web.Mail;

public sealed class SmtpOptionsTests
{
    [Fact]
    public void Without_a_host_nothing_is_asked() => Assert.Null(new SmtpOptions { Password = "x", Port = 0 }.Fault());

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

        Assert.Null(options.Fault());
        Assert.Equal((expected, port), (options.Protection, options.ConnectTo));
    }

    [Fact]
    public void Half_a_configuration_is_refused_with_the_setting_to_mend()
    {
        Assert.Contains("Smtp:From", new SmtpOptions { Host = "h" }.Fault(), StringComparison.Ordinal);
        Assert.Contains("Smtp:Port", new SmtpOptions { Host = "h", From = "a@b.c", Port = 0 }.Fault(), StringComparison.Ordinal);
        Assert.Contains("Smtp:Password", new SmtpOptions { Host = "h", From = "a@b.c", User = "u" }.Fault(), StringComparison.Ordinal);
        Assert.Contains("Smtp:CertificateAuthority", new SmtpOptions { Host = "h", From = "a@b.c", CertificateAuthority = "/no/such/file" }.Fault(), StringComparison.Ordinal);
        Assert.Contains("without TLS", new SmtpOptions { Host = "h", From = "a@b.c", User = "u", Password = "p", Tls = SmtpTls.None }.Fault(), StringComparison.Ordinal);
    }
}
