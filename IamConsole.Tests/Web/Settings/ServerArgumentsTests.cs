using IamConsole.Web.Hosting;
using IamConsole.Web.Settings;

namespace IamConsole.Tests.Web.Settings;

/// <summary>Slips on the command line. The framework would pass over most of them.</summary>
public sealed class ServerArgumentsTests
{
    [Theory]
    [InlineData("--datta /srv/iam", "--data")]
    [InlineData("--data", "--data")]
    [InlineData("--data --urls http://localhost:5080", "--data")]
    [InlineData("--data=", "--data")]
    [InlineData("--data /a --data /b", "--data")]
    [InlineData("--url http://localhost:5080", "--urls")]
    [InlineData("--port 5080", "--port")]
    [InlineData("-d /srv/iam", "-d")]
    [InlineData("--data /srv/iam /srv/other", "/srv/other")]
    [InlineData("--publicurl=https://a.example --PublicUrl=https://b.example", "--PublicUrl")]
    [InlineData("--data=/a verbose=true", "verbose")]
    public async Task A_slip_is_named_and_nothing_is_started(string line, string named)
    {
        using var errors = new StringWriter();
        Assert.Equal(1, await ConsoleProgram.RunAsync(line.Split(' '), errors));
        Assert.Contains(named, errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data /srv/iam --urls http://localhost:5080")]
    [InlineData("--DATA=/srv/iam --publicUrl https://console.example")]
    [InlineData("--Smtp:Host mail.example --environment Production --Logging:LogLevel:Default=Debug")]
    [InlineData("--Kestrel:Certificates:Default:Path /etc/iam.pfx")]
    public void What_README_says_is_understood(string line) => Assert.Empty(ServerArguments.Faults(line.Split(' ')));
}
