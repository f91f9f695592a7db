using System.ComponentModel.DataAnnotations;

namespace Gera.Hub.Storage.Files;

/// <summary>The section <c>Files</c> of the settings: where pictures and other files stand.</summary>
public sealed class FileOptions : IValidatableObject
{
    public const string Section = "Files";

    /// <summary>An S3-compatible storage; without a server files stand below the data directory.</summary>
    public S3Options S3 { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(S3.Server)) yield break;
        if (!Uri.TryCreate(S3.Server, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https")) yield return new ValidationResult("Files:S3:Server must look like https://s3.example.org.");
        if (string.IsNullOrEmpty(S3.Bucket) || string.IsNullOrEmpty(S3.Key) || string.IsNullOrEmpty(S3.Secret)) yield return new ValidationResult("Files:S3 needs Bucket, Key and Secret beside its Server.");
    }
}

/// <summary>Address and keys of an S3-compatible storage.</summary>
public sealed class S3Options
{
    public string? Server { get; init; }

    public string? Bucket { get; init; }

    public string? Key { get; init; }

    public string? Secret { get; init; }

    public string Region { get; init; } = "us-east-1";
}
