using System.Buffers.Text;
using IamConsole.Core.WebAuthn;

namespace IamConsole.Core.Passkeys;

/// <summary>The terms of an authentication as the store keeps them: the challenge in base64url, and "uv" where it must be verified.</summary>
internal static class KeyChallenge
{
    private const string Verified = ".uv";

    public static string Write(CeremonyTerms terms) =>
        Base64Url.EncodeToString(terms.Challenge.Span) + (terms.RequiresUserVerification ? Verified : "");

    public static CeremonyTerms Read(string state, RelyingPartyIdentity relyingParty)
    {
        var isVerified = state.EndsWith(Verified, StringComparison.Ordinal);
        return new CeremonyTerms(relyingParty, Base64Url.DecodeFromChars(isVerified ? state.AsSpan(..^Verified.Length) : state), isVerified);
    }
}
