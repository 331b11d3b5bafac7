namespace IamConsole.Core.KeyProgram;

/// <summary>An order just placed.</summary>
/// <param name="Number">See <see cref="KeyOrder.Number"/>.</param>
/// <param name="Label">"SK-2026-0031".</param>
public sealed record PlacedKeyOrder(long Number, string Label);
