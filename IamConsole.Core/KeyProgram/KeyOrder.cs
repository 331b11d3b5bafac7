namespace IamConsole.Core.KeyProgram;

/// <summary>An account's order of one security key.</summary>
public sealed class KeyOrder
{
    /// <summary>1, 2, 3 … over the whole installation. People read <see cref="Label"/>.</summary>
    public required long Number { get; init; }

    /// <summary>The account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account again while the order is open, null at its end: of an account one order at a time.</summary>
    public string? OpenAccountId { get; set; }

    /// <summary>The model.</summary>
    public required string ModelId { get; init; }

    /// <summary>Its name when it was ordered.</summary>
    public required string ModelName { get; init; }

    /// <summary>Where the order stands.</summary>
    public KeyOrderState State { get; set; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When the operator approved it.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>When the key was sent.</summary>
    public DateTimeOffset? ShippedAt { get; set; }

    /// <summary>When it was delivered, rejected or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why the operator rejected it, 1 to 200 characters.</summary>
    public string? Reason { get; set; }

    /// <summary>The carrier's number, 1 to 64 characters.</summary>
    public string? Tracking { get; set; }

    /// <summary>Where the carrier shows the shipment: https, or null.</summary>
    public string? TrackingUrl { get; set; }

    /// <summary>The day on which it should arrive, or null.</summary>
    public DateOnly? ExpectedOn { get; set; }

    /// <summary>Where to, encrypted for this order of this account; null once erased.</summary>
    public byte[]? ProtectedAddress { get; set; }

    /// <summary>"SK-2026-0031".</summary>
    public string Label => KeyOrderNumber.Write(Number, PlacedAt);
}
