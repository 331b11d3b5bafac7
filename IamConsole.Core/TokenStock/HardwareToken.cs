using IamConsole.Core.Totp;

namespace IamConsole.Core.TokenStock;

/// <summary>A hardware TOTP token in a partition's stock.</summary>
public sealed class HardwareToken
{
    /// <summary>Random identifier; names the token in the purpose its seed is encrypted for.</summary>
    public required string Id { get; init; }

    /// <summary>The partition it serves; it never serves another.</summary>
    public required string Partition { get; init; }

    /// <summary>The printed serial number.</summary>
    public required string Serial { get; init; }

    /// <summary>The serial in the form that is unique in the partition: upper case.</summary>
    public required string NormalizedSerial { get; init; }

    /// <summary>The seed, encrypted for this token.</summary>
    public required byte[] ProtectedSeed { get; init; }

    /// <summary>Hash algorithm.</summary>
    public required TotpAlgorithm Algorithm { get; init; }

    /// <summary>Digits of a code.</summary>
    public required int Digits { get; init; }

    /// <summary>Seconds of a time step.</summary>
    public required int PeriodSeconds { get; init; }

    /// <summary>The maker, as the file says.</summary>
    public string? Vendor { get; init; }

    /// <summary>The model, as the file says.</summary>
    public string? Model { get; init; }

    /// <summary>What it looks like, or null where neither file nor importer said.</summary>
    public TokenForm? Form { get; init; }

    /// <summary>The delivery it came with, as its importer named it, or null.</summary>
    public string? Batch { get; init; }

    /// <summary>The import that brought it, or null where it came before there were imports.</summary>
    public string? ConsignmentId { get; init; }

    /// <summary>The last day it works, or null.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>The account whose stock it belongs to, or null: the operator's, for every account of the partition.</summary>
    public string? OwnerAccountId { get; init; }

    /// <summary>The account that has it now: its owner's, or the one whose user holds it or that reported it lost; null in the common stock.</summary>
    public string? AccountId { get; set; }

    /// <summary>Where it stands, but for its expiry; see <see cref="StateOn"/>.</summary>
    public TokenState State { get; set; }

    /// <summary>Who holds it, or null. A token belongs to one user at a time.</summary>
    public string? UserId { get; set; }

    /// <summary>The device it is active as, or null. Claimed by one conditional update.</summary>
    public string? DeviceId { get; set; }

    /// <summary>The drift known when it was last taken from a user, in steps: never forgotten.</summary>
    public int DriftSteps { get; set; }

    /// <summary>
    /// The day from which its codes are likely to be refused, as its device's last code foretold; null when none is foreseen.
    /// See <see cref="ClockForecast"/>.
    /// </summary>
    public DateOnly? LeavesOn { get; set; }

    /// <summary>The last accepted step over all its assignments; a code of an earlier user is never accepted again.</summary>
    public long LastAcceptedStep { get; set; }

    /// <summary>When it was last tried to claim it: the last nine times, see <see cref="RecentTimes"/>; null for never.</summary>
    public string? CheckTimes { get; set; }

    /// <summary>The parameters of its codes.</summary>
    public TotpProfile Profile => new(Algorithm, Digits, PeriodSeconds);

    /// <summary>Its state on a day: beyond <see cref="ExpiresOn"/> a token is expired unless it is lost or retired.</summary>
    public TokenState StateOn(DateOnly today) => TokenStates.On(State, ExpiresOn, today);

    /// <summary>The one form that is compared; the serial as printed, without surrounding blanks.</summary>
    public static string Normalize(string serial) => serial.Trim().ToUpperInvariant();
}
