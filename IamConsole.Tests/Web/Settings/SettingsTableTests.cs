using IamConsole.Web.Settings;
using Microsoft.Extensions.Configuration;

namespace IamConsole.Tests.Web.Settings;

/// <summary>Each setting with its typical mistakes: taken as it is meant, or refused in one sentence that names it.</summary>
public sealed class SettingsTableTests
{
    [Theory]
    [InlineData("console.example")]
    [InlineData("localhost:5080")]
    [InlineData("\"https://console.example\"")]
    [InlineData("https:/console.example")]
    [InlineData("ftp://console.example")]
    [InlineData("https://")]
    [InlineData("https://console.example/iam")]
    [InlineData("https://console.example/iam/")]
    [InlineData("https://console.example?x=1")]
    [InlineData("https://console.example/#top")]
    [InlineData("https://admin:word@console.example")]
    [InlineData("https://con sole.example")]
    [InlineData("https://*.example.com")]
    [InlineData("https://*:443")]
    [InlineData("https://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("https://console.example:0")]
    [InlineData("https://console.example:99999")]
    [InlineData("https://bu\u0308cher.example")]
    public void PublicUrl_that_nobody_can_open_is_refused(string value) => Refused("PublicUrl", value, "PublicUrl");

    [Theory]
    [InlineData("https://console.example", "https://console.example")]
    [InlineData(" https://console.example/ ", "https://console.example")]
    [InlineData("HTTPS://Console.Example", "https://console.example")]
    [InlineData("https://console.example.", "https://console.example")]
    [InlineData("https://console.example:443", "https://console.example")]
    [InlineData("http://console.example:80", "http://console.example")]
    [InlineData("https://console.example:8443/", "https://console.example:8443")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://BÜCHER.example:8443", "https://xn--bcher-kva.example:8443")]
    [InlineData("https://xn--bcher-kva.example", "https://xn--bcher-kva.example")]
    [InlineData("https://192.0.2.7", "https://192.0.2.7")]
    [InlineData("https://[2001:DB8:0:0::7]:8443", "https://[2001:db8::7]:8443")]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    public void PublicUrl_is_what_browsers_send_as_origin(string value, string origin) => Assert.Equal(origin, Read(("PublicUrl", value)).Public!.Origin);

    [Theory]
    [InlineData("http://console.example", "without HTTPS")]
    [InlineData("https://192.0.2.7", "without a name")]
    public void PublicUrl_under_which_a_part_does_not_work_is_warned_of(string value, string remark) =>
        Assert.Contains(remark, Assert.Single(Read(("PublicUrl", value)).Remarks), StringComparison.Ordinal);

    [Theory]
    [InlineData("traefik")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("172.18.0.5:80")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/255.0.0.0")]
    [InlineData("http://10.0.0.1")]
    public void A_proxy_that_is_no_address_is_refused(string value) => Refused("Proxy:KnownAddresses:0", value, "Proxy:KnownAddresses");

    [Theory]
    [InlineData("172.18.0.5", "172.18.0.5")]
    [InlineData("172.18.0.0/16", "172.18.0.0/16")]
    [InlineData("172.18.0.1/16", "172.18.0.0/16")]
    [InlineData("::ffff:172.18.0.5", "172.18.0.5")]
    [InlineData("[2001:db8::5]", "2001:db8::5")]
    [InlineData("2001:db8::5/64", "2001:db8::/64")]
    [InlineData("10.0.0.1, 10.0.0.2", "10.0.0.1 10.0.0.2")]
    public void Proxies_are_addresses_and_networks(string value, string read)
    {
        foreach (var key in new[] { "Proxy:KnownAddresses:0", "Proxy:KnownAddresses" })
        {
            var proxies = Read((key, value), ("PublicUrl", "https://console.example")).Proxies;
            Assert.Equal(read, string.Join(' ', proxies.Addresses.Select(a => a.ToString()).Concat(proxies.Networks.Select(n => n.ToString()))));
        }
    }

    [Theory]
    [InlineData("mysql://root:s3cr3t@db/iam")]
    [InlineData("jdbc:postgresql://db/iam")]
    [InlineData("Host=db;Databse=iam")]
    [InlineData("Host=db;Port=abc;Database=iam")]
    [InlineData("Database=iam;Username=iam")]
    [InlineData("postgres://iam:s3cr3t@db/iam?sslmode=sometimes")]
    [InlineData("postgres://iam:s3cr3t@db/iam?ssl=true")]
    [InlineData("postgres://iam:s3cr3t@db:port/iam")]
    [InlineData("s3cr3t")]
    public void A_database_that_cannot_be_found_is_refused_without_its_password(string value)
    {
        Refused("ConnectionStrings:Postgres", value, "ConnectionStrings:Postgres");
        Assert.DoesNotContain("s3cr3t", string.Join(' ', Faults(("ConnectionStrings:Postgres", value))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgres://iam:s3cr3t@db/console", "Host=db;Database=console;Username=iam;Password=s3cr3t")]
    [InlineData("postgresql://iam:p%40ss%2Fw%3Ard@db:6432/console", "Host=db;Port=6432;Database=console;Username=iam;Password=p@ss/w:rd")]
    [InlineData("postgres://iam@db/console?sslmode=verify-full&connect_timeout=5", "Host=db;Database=console;Username=iam;SSL Mode=VerifyFull;Timeout=5")]
    [InlineData("postgres://iam@[2001:db8::7]:6432/console", "Host=2001:db8::7;Port=6432;Database=console;Username=iam")]
    [InlineData("postgres:///console?host=/run/postgresql&user=iam", "Host=/run/postgresql;Database=console;Username=iam")]
    [InlineData("postgres://iam@one:5432,two:5433/console", "Host=one:5432,two:5433;Database=console;Username=iam")]
    [InlineData(" Host=db;Database=console ", "Host=db;Database=console")]
    public void A_database_is_named_by_keywords_or_as_an_address(string value, string meant) =>
        Assert.True(new Npgsql.NpgsqlConnectionStringBuilder(meant).EquivalentTo(new Npgsql.NpgsqlConnectionStringBuilder(Read(("ConnectionStrings:Postgres", value)).Postgres)));

    [Theory]
    [InlineData("5080")]
    [InlineData("localhost:5080")]
    [InlineData("localhost")]
    [InlineData("nonsense")]
    [InlineData("http://")]
    [InlineData("http://localhost:abc")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:5080/iam")]
    [InlineData("ftp://localhost:21")]
    [InlineData("http://localhost:5080;https//localhost:5443")]
    public void An_address_to_listen_at_that_is_none_is_refused(string value) => Refused("urls", value, "--urls");

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://0.0.0.0:5080/")]
    [InlineData("http://*:80;https://+:443")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://unix:/run/console.sock")]
    public void Addresses_to_listen_at_are_the_servers(string value) => Assert.Empty(Faults(("urls", value)));

    [Theory]
    [InlineData("Smtp:Host", "smtp://mail.example")]
    [InlineData("Smtp:Host", "mail.example:587")]
    [InlineData("Smtp:From", "nobody")]
    [InlineData("Smtp:Port", "abc")]
    [InlineData("Smtp:Port", "0")]
    [InlineData("Smtp:Port", "70000")]
    [InlineData("Smtp:User", "u")]
    [InlineData("Smtp:Tls", "SSL")]
    [InlineData("Smtp:Tls", "7")]
    [InlineData("Smtp:CertificateAuthority", "/no/such/file.pem")]
    [InlineData("Smtp:CertificateAuthority", "/etc/hostname")]
    [InlineData("Smtp:Hosts", "mail.example")]
    [InlineData("Kestrel:Certificates:Default:Path", "/no/such/file.pfx")]
    [InlineData("FidoMetadata:Address", "http://mds3.fidoalliance.org/")]
    [InlineData("FidoMetadata:Address", "mds3.fidoalliance.org")]
    [InlineData("FidoMetadata:File", "/no/such/folder/blob.jwt")]
    [InlineData("FidoMetadata:Root", "/no/such/file.pem")]
    [InlineData("FidoMetadata:Root", "/etc/hostname")]
    [InlineData("FidoMetadata:Signer", "https://mds.fidoalliance.org")]
    [InlineData("FidoMetadata:Crl:0", "/no/such/list.crl")]
    [InlineData("FidoMetadata:Crl", "/etc/hostname")]
    [InlineData("FidoMetadata:Url", "https://mds3.fidoalliance.org/")]
    [InlineData("Mfa:Issuer", "Our: console")]
    [InlineData("Mfa:Issuer", "")]
    [InlineData("Mfa:Issuers", "Ours")]
    [InlineData("Proxy:KnownAddress", "10.0.0.1")]
    [InlineData("ConnectionStrings:PostgreSQL", "Host=db;Database=iam")]
    [InlineData("ConnectionString:Postgres", "Host=db;Database=iam")]
    [InlineData("Stmp:Host", "mail.example")]
    public void A_value_that_cannot_be_meant_and_a_name_that_is_nearly_right_are_refused_by_name(string key, string value)
    {
        Dictionary<string, string?> mail = new() { ["Smtp:Host"] = "mail.example", ["Smtp:From"] = "a@b.example" };
        var faults = Faults([.. key.StartsWith("Smtp", StringComparison.Ordinal) ? mail.Where(m => m.Key != key).Select(m => (m.Key, m.Value)) : [], (key, value)]);
        var named = key.EndsWith(":0", StringComparison.Ordinal) ? key[..^2] : key is "Stmp:Host" or "ConnectionString:Postgres" ? key.Split(':')[0] : key;
        Assert.Contains(named, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Port_465_speaks_TLS_from_the_first_byte_and_a_setting_that_is_left_empty_is_none()
    {
        Assert.Empty(Faults(("Smtp:Host", "mail.example"), ("Smtp:From", "a@b.example"), ("Smtp:Port", "465"), ("Smtp:Tls", ""), ("PublicUrl", "")));
        Assert.Equal(IamConsole.Web.Mail.SmtpTls.Implicit, new IamConsole.Web.Mail.SmtpOptions { Host = "mail.example", Port = 465 }.Protection);
    }

    [Theory]
    [InlineData("PUBLIC_URL", "PublicUrl")]
    [InlineData("SMTP_HOST", "Smtp__Host")]
    public void A_variable_in_another_programs_spelling_is_told_and_stands_in_no_way(string name, string meant) =>
        Assert.Contains(meant, Assert.Single(Read((name, "x")).Remarks), StringComparison.Ordinal);

    [Fact]
    public void All_mistakes_are_said_at_once_a_line_each() => Assert.Equal(
        4, Faults(("PublicUrl", "console"), ("Proxy:KnownAddresses", "traefik"), ("Mfa:Issuer", ":"), ("urls", "nonsense")).Count);

    [Fact]
    public void Every_setting_stands_in_the_README()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "IamConsole.sln"))) folder = folder.Parent;
        var readme = File.ReadAllText(Path.Combine(folder.FullName, "README.md"));
        Assert.All(KnownSettings.All, name => Assert.Contains(name, readme, StringComparison.Ordinal));
    }

    private static ConsoleSettings Read(params (string Key, string? Value)[] settings) => ConsoleSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).Build());

    private static IReadOnlyList<string> Faults(params (string Key, string? Value)[] settings)
    {
        try
        {
            Read(settings);
            return [];
        }
        catch (SettingsException refused)
        {
            return refused.Faults;
        }
    }

    private static void Refused(string key, string value, string named)
    {
        var fault = Assert.Single(Faults((key, value)));
        Assert.StartsWith(named, fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
    }
}
