using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>The metadata documents that are kept in a project, each read once, and only if a provider asks.</summary>
internal sealed class KeptDocuments
{
    private readonly Lazy<List<KeptDocument>> _all;
    private readonly ConcurrentDictionary<KeptDocument, bool> _used = new();

    public KeptDocuments(IEnumerable<AdditionalText> files, CancellationToken cancellationToken) => _all = new(() =>
    [
        .. files.Where(file => DiscoveryDocument.IsOne(file.Path)).Select(file => KeptDocument.Read(file, cancellationToken)).OfType<KeptDocument>(),
    ]);

    /// <summary>Those that belong to no provider.</summary>
    public IEnumerable<KeptDocument> Unused => _all.Value.Where(document => !_used.ContainsKey(document));

    /// <summary>The document of a provider, if one is kept.</summary>
    public KeptDocument? Of(ProviderModel provider)
    {
        var document = DiscoveryDocument.Find(_all.Value, static kept => (kept.FileName, kept.Text("issuer")), provider);
        if (document is not null)
        {
            _used[document] = true;
        }

        return document;
    }
}
