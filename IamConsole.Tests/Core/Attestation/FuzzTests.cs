using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using IamConsole.Core.Attestation;
using IamConsole.Core.WebAuthn;
using IamConsole.Tests.Authenticators;
using IamConsole.Tests.Core.Policies;

namespace IamConsole.Tests.Core.Attestation;

/// <summary>
/// Good attestation objects with something changed: a verdict or a named refusal, never an exception. Rounds are few enough for
/// every run; <c>FUZZ_ROUNDS</c> asks for more. What ever went wrong goes into the folder Corpus.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly AttestationKind[] Kinds = Enum.GetValues<AttestationKind>();

    private readonly IReadOnlyList<X509Certificate2> _anchors = [.. SoftwareAuthority.Shared.Anchors, .. SoftwareAuthority.SharedRoot.Anchors];

    private TimeSpan _slowest;

    private static int Rounds => int.Parse(Environment.GetEnvironmentVariable("FUZZ_ROUNDS") ?? "4000", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Changed_bytes_are_judged_or_refused_and_nothing_else_happens(int seed)
    {
        var dice = new Dice(seed);
        byte[][] good =
        [
            .. Kinds.Select(kind => new SoftwareAuthenticator(kind).Attest(AttestationCase.ClientDataHash)),
            new SoftwareAuthenticator(AttestationKind.Tpm, CoseAlgorithm.Rs256, CoseAlgorithm.Rs256).Attest(AttestationCase.ClientDataHash),
            new SoftwareAuthenticator(AttestationKind.Packed, CoseAlgorithm.EdDsa, CoseAlgorithm.EdDsa).Attest(AttestationCase.ClientDataHash),
            .. W3cVectorTests.AttestationObjects(),
        ];
        var (accepted, rounds) = (0, Rounds);
        for (var i = 0; i < rounds; i++)
            if (Judge(AttestationMutations.Bytes(good[dice.Next(good.Length)], good[dice.Next(good.Length)], dice), i)) accepted++;
        Report(rounds, accepted);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void Parts_changed_before_signing_are_judged_or_refused_and_nothing_else_happens(int seed)
    {
        var dice = new Dice(seed);
        var (accepted, rounds) = (0, Rounds / 8);
        for (var i = 0; i < rounds; i++)
        {
            var authenticator = new SoftwareAuthenticator(Kinds[dice.Next(Kinds.Length)]);
            AttestationMutations.Bend(authenticator, dice);
            foreach (var part in authenticator.Parts) AttestationMutations.Bend(part, dice);
            if (Judge(authenticator.Attest(AttestationCase.ClientDataHash), i)) accepted++;
        }

        Report(rounds, accepted);
    }

    public static TheoryData<string> Corpus =>
        [.. typeof(FuzzTests).Assembly.GetManifestResourceNames().Where(n => n.StartsWith("AttestationCorpus/", StringComparison.Ordinal)).Order()];

    /// <summary>First line: the expected code, or "verdict"; the rest: hex.</summary>
    [Theory]
    [MemberData(nameof(Corpus))]
    public void What_once_went_wrong_has_its_name_now(string file)
    {
        using var reader = new StreamReader(typeof(FuzzTests).Assembly.GetManifestResourceStream(file)!);
        var expected = reader.ReadLine();
        var bytes = Convert.FromHexString(reader.ReadToEnd().ReplaceLineEndings(""));

        Assert.Equal(expected, AttestationCase.Verify(bytes, _anchors).Error?.Code ?? "verdict");
    }

    private bool Judge(byte[] attestationObject, int round)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = AttestationCase.Verify(attestationObject, _anchors);
            if (AttestationObject.Read(attestationObject).Value is { } read) AttestationSubject.Read(read);
            Time(attestationObject, Stopwatch.GetElapsedTime(started));
            return result.Succeeded;
        }
        catch (Exception error)
        {
            throw new Xunit.Sdk.XunitException($"Round {round}: {error}\n{Convert.ToHexString(attestationObject)}");
        }
    }

    // What is slow each time is slow; once is the machine.
    private void Time(byte[] attestationObject, TimeSpan took)
    {
        for (var again = 0; again < 3 && took > _slowest; again++)
        {
            var started = Stopwatch.GetTimestamp();
            AttestationCase.Verify(attestationObject, _anchors);
            took = TimeSpan.FromTicks(Math.Min(took.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        if (took > _slowest) _slowest = took;
    }

    private void Report(int rounds, int accepted) =>
        output.WriteLine($"{rounds} rounds, {accepted} verified all the same, slowest {_slowest.TotalMilliseconds:0} ms");
}
