using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Gera.Hub.Storage.Files;

/// <summary>Files in a bucket of an S3-compatible storage.</summary>
internal sealed class S3Shelf : IShelf, IDisposable
{
    private readonly string bucket;
    private readonly AmazonS3Client client;

    public S3Shelf(S3Options options)
    {
        bucket = options.Bucket!;
        client = new AmazonS3Client(new BasicAWSCredentials(options.Key, options.Secret), new AmazonS3Config
        {
            ServiceURL = options.Server,
            AuthenticationRegion = options.Region,
            // Servers other than Amazon's know buckets by path, and not every checksum.
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = TimeSpan.FromSeconds(20),
        });
    }

    public async Task Put(string key, ReadOnlyMemory<byte> content, string type, CancellationToken stop)
    {
        using var stream = new MemoryStream(content.ToArray());
        await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = FileKey.Checked(key), InputStream = stream, ContentType = type, UseChunkEncoding = false }, stop);
    }

    public async Task<Stream?> Open(string key, CancellationToken stop)
    {
        try
        {
            return (await client.GetObjectAsync(bucket, FileKey.Checked(key), stop)).ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public Task Remove(string key, CancellationToken stop) => client.DeleteObjectAsync(bucket, FileKey.Checked(key), stop);

    public void Dispose() => client.Dispose();
}
