using System.Globalization;
using IamConsole.Core.Accounts;
using IamConsole.Core.MfaDevices;
using IamConsole.Core.Persistence;
using IamConsole.Core.TokenStock;
using IamConsole.Core.Totp;
using IamConsole.Core.Users;
using Microsoft.Extensions.Options;

namespace IamConsole.Core.Demo;

/// <summary>Devices and tokens of the demonstration, with the same encryption and counters as real ones.</summary>
public sealed class DemoDevices(TimeProvider clock, SeedProtector seeds, IOptions<MfaOptions> options)
{
    private const int FirstAssigned = 101;

    private int _assigned = FirstAssigned;

    internal DemoDevice Assign(IamDbContext db, Account account, IamUser user, DemoKind kind)
    {
        var secret = TotpSecret.New();
        var isVirtual = kind is DemoKind.Virtual;
        var name = user.Name + (isVirtual ? "-phone" : "-token");
        var token = isVirtual ? null : AddToken(db, account.Partition, Serial(account.Partition, _assigned++), secret);
        var id = RandomId.New();
        var device = new MfaDevice
        {
            Id = id,
            AccountId = account.Id,
            UserId = user.Id,
            Kind = isVirtual ? MfaDeviceKind.Virtual : MfaDeviceKind.Hardware,
            Name = name,
            NormalizedName = MfaDeviceName.Normalize(name),
            Identifier = token?.Serial ?? Arn.VirtualDevice(account, name),
            CreatedAt = clock.GetUtcNow(),
            ProtectedSeed = seeds.ForDevice(account.Id, id, secret),
            HardwareTokenId = token?.Id,
            LastAcceptedStep = -1,
        };
        db.MfaDevices.Add(device);
        if (token is null) user.VirtualDevices = 1;
        else
        {
            user.HardwareTokens = 1;
            (token.State, token.AccountId, token.UserId, token.DeviceId) = (TokenState.Active, account.Id, user.Id, id);
            db.Note(token.Id, account.Id, TokenEventKind.Activated, clock.GetUtcNow(), user.Name, user.Name);
        }

        return Describe(isVirtual ? "virtual" : "hardware", name, device.Identifier, account.Partition, account.Label, secret);
    }

    internal DemoDevice AddToStock(IamDbContext db, string partition, int number)
    {
        var secret = TotpSecret.New();
        var token = AddToken(db, partition, Serial(partition, number), secret);
        return Describe("hardware", null, token.Serial, partition, partition, secret);
    }

    private HardwareToken AddToken(IamDbContext db, string partition, string serial, TotpSecret secret)
    {
        var id = RandomId.New();
        var token = new HardwareToken
        {
            Id = id,
            Partition = partition,
            Serial = serial,
            NormalizedSerial = HardwareToken.Normalize(serial),
            ProtectedSeed = seeds.ForToken(partition, id, secret),
            Algorithm = TotpProfile.Default.Algorithm,
            Digits = TotpProfile.Default.Digits,
            PeriodSeconds = TotpProfile.Default.PeriodSeconds,
            Vendor = partition == Partition.Aws ? "Thales" : "Hypersecu",
            Model = TokenForms.Name(TokenForm.OtpToken),
            Form = TokenForm.OtpToken,
            ExpiresOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(5),
            ImportedAt = clock.GetUtcNow(),
            LastAcceptedStep = -1,
        };
        db.HardwareTokens.Add(token);
        db.Note(token.Id, accountId: null, TokenEventKind.Imported, token.ImportedAt, "operator");
        return token;
    }

    private DemoDevice Describe(string kind, string? name, string identifier, string partition, string label, TotpSecret secret) => new(
        kind, name, identifier, partition, secret.ToBase32(),
        OtpAuthUri.Create(options.Value.Issuer, name ?? identifier, label, secret));

    // The printed form differs by maker.
    private static string Serial(string partition, int number) =>
        (partition == Partition.Aws ? "GAHT" : "HSEC") + number.ToString("D8", CultureInfo.InvariantCulture);
}
