namespace IamConsole.Core.FidoMetadata;

/// <summary>A user of the account who has a key of a model.</summary>
/// <param name="UserName">The name.</param>
/// <param name="IsRoot">The root user; only root sees that.</param>
/// <param name="DeviceName">The key's name.</param>
/// <param name="CreatedAt">When it was registered.</param>
/// <param name="LastUsedAt">When it was used last, or null.</param>
public sealed record ModelHolder(string UserName, bool IsRoot, string DeviceName, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
