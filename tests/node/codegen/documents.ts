// Questions as an application with typed documents writes them, and what it does with the answers: `tsc` reads both.
import { graphql } from './gql';
import type { FragmentType } from './gql';
import { useFragment } from './gql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

export const PostLine = graphql(`
  fragment PostLine on Post {
    key
    text
    published {
      earliest
      precision
    }
    hashtags {
      spelling
      basis
    }
    places {
      role
      confidence
      place {
        name(languages: ["en"])
        geometry
      }
    }
  }
`);

export const ThreadsPage = graphql(`
  query ThreadsPage($where: ThreadWhere, $orderBy: [ThreadOrder!], $first: Int = 10, $after: String) {
    threads(where: $where, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          rank
          title
          coverage {
            ratio
          }
          posts(first: 3) {
            nodes {
              ...PostLine
            }
          }
        }
      }
    }
  }
`);

export const Found = graphql(`
  query Found($words: String!) {
    search(query: $words) {
      nodes {
        __typename
        ... on Post {
          ...PostLine
        }
        ... on Hashtag {
          display
        }
        ... on Place {
          name
        }
      }
    }
  }
`);

export const Changed = graphql(`
  subscription Changed {
    datasetChanged {
      number
      committedAt
    }
  }
`);

declare function ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Data;

export function line(post: FragmentType<typeof PostLine>): string {
  const { text, published, places } = useFragment(PostLine, post);
  const first: string | undefined = places[0]?.place.name;
  return `${published?.earliest ?? 'undated'} ${text} ${first ?? ''}`;
}

export function page(tag: string): string[] {
  const { threads } = ask(ThreadsPage, {
    where: { hashtags: { any: [tag] }, not: { language: { eq: 'fr' } } },
    orderBy: [{ by: 'RANK' }],
  });
  return threads.edges.flatMap(({ node }) => [node.title ?? `Thread ${node.rank}`, ...node.posts.nodes.map(line)]);
}

export function labels(words: string): string[] {
  return ask(Found, { words }).search.nodes.map((node) => {
    switch (node.__typename) {
      case 'Post':
        return line(node);
      case 'Hashtag':
        return `#${node.display}`;
      case 'Place':
        return node.name;
      default:
        return node.__typename;
    }
  });
}

// @ts-expect-error: a variable that the document must have
ask(Found, {});

// @ts-expect-error: a key that threads cannot be sorted by
ask(ThreadsPage, { orderBy: [{ by: 'CHARM' }] });
