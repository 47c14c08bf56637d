using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Methods that put a name and a value into a request. What another method does with a name and a text, only its own name says.</summary>
internal static class Adding
{
    private static readonly ImmutableHashSet<string> Methods = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Add", "TryAdd", "Append", "Set", "Create", "Insert", "Put", "With", "AddParameter", "AddOrUpdateParameter", "AddQueryParameter", "AddQueryParam",
        "SetQueryParam", "AddQueryString", "AddField", "AddBody", "AddFormField", "AddFormParameter", "AddBodyParameter", "AddHeader", "SetParameter",
        "WithParameter", "AddArgument", "AddPostParameter", "AddString", "AppendParameter", "SetField", "AddUrlSegment", "SetValue", "AddFormParam",
        "WithQueryParam", "AddQuery", "AddToBody", "AddForm", "AddPostData", "AddPart", "AppendQuery", "AppendQueryParameter");

    /// <summary>Whether a field that a call states is put into something by it. Fields of other shapes are.</summary>
    public static bool Is(OAuthField field) =>
        field.Shape != FieldShape.Call
        || (field.Key.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call && CodeFile.NameOf(call) is { } method && Methods.Contains(method));
}
