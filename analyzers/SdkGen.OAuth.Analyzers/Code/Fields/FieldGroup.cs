namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The parameters of one request, as far as they stand together: in one dictionary, object, text or chain of calls.</summary>
internal sealed class FieldGroup(List<OAuthField> fields)
{
    public IReadOnlyList<OAuthField> Fields { get; } = fields;

    /// <summary>Whether a name among them leaves no doubt that this is OAuth.</summary>
    public bool IsOAuth { get; } = fields.Exists(field => OAuthNames.IsTelling(field.Name));

    public OAuthField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public bool Has(string name) => Find(name) is not null;

    /// <summary>The value of a field, where it is a constant.</summary>
    public string? Text(string name) => Find(name)?.Value.Text;
}
