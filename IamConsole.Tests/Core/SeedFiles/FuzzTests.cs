using System.Text;
using IamConsole.Core.SeedFiles;
using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.SeedFiles;

/// <summary>
/// Good files with something changed: read, or refused by the one exception that says so, never otherwise; and no message
/// repeats a seed. Iterations are few enough for every run; <c>FUZZ_ROUNDS</c> asks for more.
/// </summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_changed_file_is_read_or_refused_and_nothing_else_happens(int seed)
    {
        var files = new GeneratedFiles(seed);
        var tokens = files.Tokens(4);
        var options = new SeedFileOptions { PreSharedKey = files.Key, Password = "correct horse", MaxPbkdf2Iterations = 5000 };
        byte[][] good =
        [
            .. new[]
            {
                GeneratedFiles.Header(tokens), GeneratedFiles.Oath(tokens), GeneratedFiles.Dat(tokens), GeneratedFiles.SafeNet(tokens),
                files.Pskc(tokens, encrypted: false), files.Pskc(tokens, encrypted: true),
            }.Select(Encoding.UTF8.GetBytes),
            SeedReading.Sample("pskc-utils-password.xml"), Encoding.Unicode.GetBytes("\uFEFF" + GeneratedFiles.SafeNet(tokens)),
        ];
        var seeds = tokens.SelectMany(t => new[] { t.Secret.ToBase32(), Convert.ToHexString(t.Secret.Bytes.Span), Convert.ToBase64String(t.Secret.Bytes.Span) }).ToList();
        var dice = new Dice(seed);
        var rounds = int.Parse(Environment.GetEnvironmentVariable("FUZZ_ROUNDS") ?? "8000", System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < rounds; i++)
        {
            var file = Mutations.Of(good[dice.Next(good.Length)], dice);
            foreach (var message in await MessagesAsync(file, options, i))
                Assert.DoesNotContain(seeds, s => message.Contains(s, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<List<string>> MessagesAsync(byte[] file, SeedFileOptions options, int round)
    {
        try
        {
            return [.. (await SeedReading.OfAsync(file, options)).Refused.Select(r => r.Serial + r.Fault!.Message)];
        }
        catch (SeedFileException refused)
        {
            return [refused.Message];
        }
        catch (Exception error)
        {
            throw new Xunit.Sdk.XunitException($"Round {round}: {error.GetType().Name}\n{error.StackTrace}\n{Convert.ToBase64String(file)}");
        }
    }
}
