namespace IamConsole.Core.KeyProgram;

/// <summary>What root orders.</summary>
/// <param name="ModelId">See <see cref="KeyModel.Id"/>.</param>
/// <param name="Address">Where to.</param>
/// <param name="AcceptsTerms">Whether the terms of the program were accepted.</param>
public sealed record WantedKey(string? ModelId, ShippingAddress Address, bool AcceptsTerms);
