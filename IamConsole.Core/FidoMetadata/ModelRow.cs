namespace IamConsole.Core.FidoMetadata;

/// <summary>A model as the account sees it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Users">Users of the account who have one that is proven; null for who may not list users.</param>
/// <param name="Verdict">What the account's policy says of it; null where there is none.</param>
public sealed record ModelRow(AuthenticatorModel Model, int? Users, ModelVerdict? Verdict);
