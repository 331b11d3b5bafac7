namespace IamConsole.Core.FidoMetadata;

/// <summary>The model of a key that is registered, by what was noted of it then. No caller: the server's own question.</summary>
public sealed class FindModelByKey(ModelCatalogue catalogue)
{
    /// <summary>The model with this <see cref="AuthenticatorModel.Key"/>, as it stands today; null when the metadata has it no more.</summary>
    public async Task<AuthenticatorModel?> RunAsync(string modelKey, CancellationToken ct) =>
        (await catalogue.OpenAsync(ct)).ByKey.GetValueOrDefault(modelKey);
}
