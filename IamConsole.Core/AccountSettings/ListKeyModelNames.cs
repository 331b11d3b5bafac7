using IamConsole.Core.Accounts;
using IamConsole.Core.FidoMetadata;
using IamConsole.Core.Passkeys;
using IamConsole.Core.Permissions;

namespace IamConsole.Core.AccountSettings;

/// <summary>The models that a policy can name without anybody typing an AAGUID.</summary>
public sealed class ListKeyModelNames(Gate gate, ModelCatalogue catalogue)
{
    /// <summary>Those of the loaded FIDO metadata, and providers of synced passkeys that they do not list; by name.</summary>
    public async Task<Result<IReadOnlyList<KeyModelName>>> RunAsync(Caller caller, CancellationToken ct)
    {
        await using var operation = await gate.ReadAsync(caller, IamAction.GetSecurityKeyPolicy, null, ct);
        if (operation.Refusal is { } refusal) return refusal;
        var shelf = await catalogue.OpenAsync(operation.Db, ct);
        return shelf.Models.Select(m => new KeyModelName(m.Key, m.Name))
            .Concat(AuthenticatorModels.All.Select(m => new KeyModelName(m.Key.ToString(), m.Value)))
            .DistinctBy(m => m.Key).OrderBy(m => m.Name, StringComparer.OrdinalIgnoreCase).ThenBy(m => m.Key, StringComparer.Ordinal).ToList();
    }
}
