using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace IamConsole.Web.Controls;

/// <summary>The messages of one user's window. They stay until dismissed or until the next page.</summary>
public sealed class FlashMessages : IDisposable
{
    private readonly NavigationManager _navigation;
    private readonly List<(int Number, FlashMessage Message)> _shown = [];
    private readonly List<FlashMessage> _waiting = [];
    private string _path;
    private int _last;

    public FlashMessages(NavigationManager navigation)
    {
        _navigation = navigation;
        _path = PathOf(navigation.Uri);
        navigation.LocationChanged += Move;
    }

    public event Action? Changed;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<FlashMessage> Shown => [.. _shown.Select(shown => shown.Message)];

    /// <summary>The same, each with a number of its own: two that say the same are two.</summary>
    internal IReadOnlyList<(int Number, FlashMessage Message)> Numbered => _shown;

    /// <summary>Shows a message on this page, in place of one that says the same.</summary>
    public void Add(FlashMessage message)
    {
        Put(message);
        Changed?.Invoke();
    }

    /// <summary>Keeps a message for the page that comes next: call it just before <c>NavigateTo</c>.</summary>
    public void AddForNextPage(FlashMessage message) => _waiting.Insert(0, message);

    public void Dismiss(FlashMessage message)
    {
        _shown.RemoveAll(shown => ReferenceEquals(shown.Message, message));
        Changed?.Invoke();
    }

    /// <summary>Removes every message, e.g. before an action is tried again.</summary>
    public void Clear()
    {
        _shown.Clear();
        Changed?.Invoke();
    }

    public void Dispose() => _navigation.LocationChanged -= Move;

    private void Move(object? sender, LocationChangedEventArgs change)
    {
        // A filter or a page number in the query is still the same page.
        var path = PathOf(change.Location);
        if (path != _path) _shown.Clear();
        _path = path;
        foreach (var message in Enumerable.Reverse(_waiting)) Put(message);
        _waiting.Clear();
        Changed?.Invoke();
    }

    private void Put(FlashMessage message)
    {
        _shown.RemoveAll(shown => shown.Message == message);
        _shown.Insert(0, (++_last, message));
    }

    private static string PathOf(string uri) => new Uri(uri).AbsolutePath;
}
