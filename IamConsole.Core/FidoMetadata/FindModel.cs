namespace IamConsole.Core.FidoMetadata;

/// <summary>
/// Finds the metadata of an authenticator by what it says of itself. That is no proof: the model counts only when the
/// attestation chain verifies to <see cref="AuthenticatorModel.Roots"/>.
/// </summary>
public sealed class FindModel(ModelCatalogue catalogue)
{
    /// <summary>The model, as it stands today; null when the metadata has none.</summary>
    /// <param name="aaguid">The AAGUID; all zeros for U2F, which is found by <paramref name="keyIdentifiers"/>.</param>
    /// <param name="keyIdentifiers">SHA-1 over the public keys of the attestation's certificates, hexadecimal, the leaf first.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AuthenticatorModel?> RunAsync(Guid aaguid, IReadOnlyList<string> keyIdentifiers, CancellationToken ct)
    {
        var shelf = await catalogue.OpenAsync(ct);
        if (aaguid != Guid.Empty) return shelf.ByKey.GetValueOrDefault(aaguid.ToString("D"));
        foreach (var identifier in keyIdentifiers)
            if (shelf.ByIdentifier.TryGetValue(identifier.ToLowerInvariant(), out var model)) return model;
        return null;
    }
}
