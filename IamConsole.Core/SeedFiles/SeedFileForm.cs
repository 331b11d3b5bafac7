namespace IamConsole.Core.SeedFiles;

/// <summary>The forms of seed files that are read.</summary>
public enum SeedFileForm
{
    /// <summary>The CSV layout of Entra ID: upn, serial number, secret key, time interval, manufacturer, model; Base32.</summary>
    EntraCsv,

    /// <summary>CSV without a header: serial, seed in hex, type, digits, period (the "OATH CSV" of privacyIDEA and LinOTP).</summary>
    OathCsv,

    /// <summary>CSV whose header names further columns; README lists them.</summary>
    HeaderCsv,

    /// <summary>Portable Symmetric Key Container (RFC 6030) and its drafts.</summary>
    Pskc,

    /// <summary>XML of SafeNet, formerly Aladdin: Tokens, Token, Applications, Seed.</summary>
    SafeNetXml,

    /// <summary>SafeWord authenticator records of eToken PASS tokens (<c>.dat</c>).</summary>
    ETokenPassDat,
}
