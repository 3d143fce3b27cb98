// A listing's page as an application on Relay would write it: paged, refetched and shared between parts.
import { graphql } from 'relay-runtime';

export const page = graphql`
  query threadsPageQuery($tag: String!, $after: String) {
    ...threadsList_query @arguments(tag: $tag, after: $after)
    hashtag(name: $tag) {
      display
      related(first: 10) {
        hashtag {
          display
        }
        count
        jaccard
      }
    }
  }
`;

export const list = graphql`
  fragment threadsList_query on Query
  @argumentDefinitions(
    tag: { type: "String!" }
    first: { type: "Int", defaultValue: 10 }
    after: { type: "String" }
  )
  @refetchable(queryName: "threadsListPaginationQuery") {
    threads(where: { hashtags: { any: [$tag] } }, orderBy: [{ by: RANK }], first: $first, after: $after)
      @connection(key: "threadsList_threads") {
      totalCount
      edges {
        node {
          id
          ...threadsItem_thread
        }
      }
    }
  }
`;

export const item = graphql`
  fragment threadsItem_thread on Thread
  @argumentDefinitions(first: { type: "Int", defaultValue: 3 }, after: { type: "String" })
  @refetchable(queryName: "threadsItemPaginationQuery") {
    rank
    title
    coverage {
      visible
      total
    }
    posts(first: $first, after: $after) @connection(key: "threadsItem_posts") {
      edges {
        node {
          ...threadsPost_post
        }
      }
    }
  }
`;

export const post = graphql`
  fragment threadsPost_post on Post @refetchable(queryName: "threadsPostRefetchQuery") {
    marker
    text
    published {
      earliest
      latest
      precision
    }
    hashtags {
      spelling
      span {
        start(unit: UTF16)
        end(unit: UTF16)
      }
    }
    places {
      place {
        name(languages: ["en"])
        latitude
        longitude
      }
      role
    }
  }
`;

export const found = graphql`
  query threadsSearchQuery($words: String!, $first: Int!, $after: String) {
    search(query: $words, first: $first, after: $after) {
      counts {
        type
        count
      }
      nodes {
        __typename
        ...threadsPost_post @alias(as: "post")
        ...threadsItem_thread @alias(as: "thread")
        ... on Place {
          geometry
        }
      }
    }
  }
`;

export const anything = graphql`
  query threadsNodeQuery($id: ID!) {
    node(id: $id) {
      __typename
      id
      ...threadsItem_thread @alias(as: "thread")
      ...threadsPost_post @alias(as: "post")
    }
  }
`;

export const news = graphql`
  subscription threadsChangedSubscription {
    datasetChanged {
      number
    }
  }
`;
