namespace IamConsole.Core.Totp;

/// <summary>What a QR code says to an authenticator app (Key URI format).</summary>
public static class OtpAuthUri
{
    /// <summary>
    /// <c>otpauth://totp/ISSUER:DEVICE@ACCOUNT?secret=…&amp;issuer=…</c>. SHA-1, six digits and thirty seconds are the
    /// defaults and are left out, because some apps refuse to read them.
    /// </summary>
    public static string Create(string issuer, string deviceName, string accountLabel, TotpSecret secret)
    {
        var escapedIssuer = Uri.EscapeDataString(issuer);
        var label = $"{escapedIssuer}:{Uri.EscapeDataString(deviceName)}@{Uri.EscapeDataString(accountLabel)}";
        return $"otpauth://totp/{label}?secret={secret.ToBase32()}&issuer={escapedIssuer}";
    }
}
